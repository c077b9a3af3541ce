import {
  ActiveAlert,
  compareSloUrgency,
  SloStatus,
  SourceHealth,
} from '@sightline/backstage-plugin-monitoring-common';
import { safeUrl } from '../../links';
import { compareAlerts } from '../AlertList/alertOrder';
import { BACKEND_SOURCE } from '../SourceHealthBanner/sources';
import { LabelState } from '../StateLabel';

/** What is known of an entity. */
export interface HealthInput {
  optedIn: boolean;
  /** Whether any run has looked at the entity. */
  reconciled: boolean;
  /** Whether there are alert rules, or is anything that could have some. */
  hasAlertRules: boolean;
  slos: SloStatus[];
  alerts: ActiveAlert[];
  /** Each source once. */
  sources: SourceHealth[];
}

/** The answer to "is it well?". */
export interface Health {
  state: LabelState;
  /** The state as far as it was last known, when `state` is `unknown`. */
  lastKnown?: LabelState;
  /** Since when, ISO 8601, where known. */
  since?: string;
  /** The SLO that decides the state. */
  slo?: SloStatus;
  /** The alert that decides the state. */
  alert?: ActiveAlert;
  /** The source that does not answer. */
  source?: SourceHealth;
  /** Runbook of the most urgent alert that has one. */
  runbookUrl?: string;
}

const NEEDS_A_PERSON: LabelState[] = [
  'exhausted',
  'burning',
  'warning',
  'invalid',
  'no-data',
];

/** Judges an entity by its most urgent SLO and alert, and by whether they can be trusted. */
export function assessHealth(input: HealthInput): Health {
  const { optedIn, reconciled, slos, alerts, sources } = input;
  if (!optedIn) {
    return { state: 'not-monitored' };
  }
  const judged = judge(slos, alerts);
  const metrics = sources.filter(
    one =>
      one.source === BACKEND_SOURCE || one.source.startsWith('prometheus:'),
  );
  const failing = metrics.find(
    one => one.state === 'unreachable' || one.state === 'stale',
  );

  if (failing) {
    const isKnown = Boolean(failing.lastSuccessAt) && slos.length > 0;
    return {
      ...judged,
      state: 'unknown',
      since: undefined,
      source: failing,
      lastKnown: isKnown ? judged.state : undefined,
    };
  }
  if (slos.length === 0 && alerts.length === 0) {
    if (!reconciled) {
      return { state: 'waiting' };
    }
    if (metrics.some(one => one.state === 'starting')) {
      return { state: 'starting' };
    }
    if (!input.hasAlertRules) {
      // Nothing could ever say that it is not well.
      return { state: 'unwatched' };
    }
  }
  return judged;
}

function judge(slos: SloStatus[], alerts: ActiveAlert[]): Health {
  const firing = alerts
    .filter(alert => alert.state === 'firing')
    .sort(compareAlerts);
  const slo = [...slos]
    .sort(compareSloUrgency)
    .find(one => NEEDS_A_PERSON.includes(one.state));
  const alert = firing.find(one => one.sloId === undefined);
  const runbookUrl = firing.map(one => safeUrl(one.runbookUrl)).find(Boolean);

  if (slo?.state === 'exhausted' || slo?.state === 'burning') {
    const burnAlert = firing.find(one => one.sloId === slo.id);
    return { state: slo.state, since: burnAlert?.since, slo, runbookUrl };
  }
  if (alert && (alert.severity === 'critical' || slo?.state !== 'warning')) {
    return { state: alert.severity, since: alert.since, alert, runbookUrl };
  }
  if (slo) {
    const burnAlert = firing.find(one => one.sloId === slo.id);
    return { state: slo.state, since: burnAlert?.since, slo, runbookUrl };
  }
  const pending = alerts
    .filter(one => one.state === 'pending' && one.sloId === undefined)
    .sort(compareAlerts)[0];
  if (pending) {
    // Not yet an alert, and no longer well: the minutes in which somebody looks.
    return {
      state: 'pending',
      since: pending.since,
      alert: pending,
      runbookUrl: safeUrl(pending.runbookUrl),
    };
  }
  return { state: 'healthy' };
}
