import {
  AlertmanagerAlert,
  AlertmanagerSilence,
  PrometheusAlert,
} from '../../sources';
import { alertId } from './alertId';
import { LabelIndex } from './LabelIndex';
import { ObservedAlert } from './ObservedAlert';

/** What one Alertmanager holds. */
export interface Routed {
  alerts: AlertmanagerAlert[];
  silences: AlertmanagerSilence[];
}

export interface JoinInput {
  /** By name of the source that evaluates: `prometheus:default`, `grafana:default`. */
  evaluated: ReadonlyMap<string, PrometheusAlert[]>;
  /** By id of the Alertmanager. */
  routed: ReadonlyMap<string, Routed>;
  /**
   * Labels of alerts that a source has evaluated before. Alertmanager keeps an alert for
   * minutes after its rule is gone; such a copy is not shown as firing.
   */
  remembered: Iterable<Record<string, string>>;
}

/** Why one copy notifies nobody. */
type Suppression = Pick<ObservedAlert, 'silence' | 'inhibited'>;

function suppression(
  { status }: AlertmanagerAlert,
  silences: AlertmanagerSilence[],
): Suppression | undefined {
  const silence = silences.find(({ id }) => status.silencedBy.includes(id));
  if (silence) {
    const { endsAt, createdBy, comment } = silence;
    return { silence: { until: endsAt, by: createdBy, comment } };
  }
  if (status.silencedBy.length > 0) {
    return {};
  }
  return status.inhibitedBy.length > 0 ? { inhibited: true } : undefined;
}

function fromEvaluation(
  source: string,
  { labels, annotations, state, activeAt, value }: PrometheusAlert,
): ObservedAlert {
  return {
    labels,
    annotations,
    state,
    since: activeAt,
    value: Number.isFinite(value) ? value : undefined,
    sources: [source],
  };
}

function fromAlertmanager(
  source: string,
  { labels, annotations, startsAt }: AlertmanagerAlert,
): ObservedAlert {
  return {
    labels,
    annotations,
    state: 'firing',
    since: startsAt,
    sources: [source],
  };
}

/** Alerts of all sources that evaluate, replicas of one another among them, each once. */
function joinEvaluated(evaluated: JoinInput['evaluated']): ObservedAlert[] {
  const alerts = new Map<string, ObservedAlert>();
  for (const [source, ofSource] of evaluated) {
    for (const alert of ofSource) {
      const id = alertId(alert.labels);
      const known = alerts.get(id);
      const next = fromEvaluation(source, alert);
      if (!known) {
        alerts.set(id, next);
      } else {
        known.sources.push(...next.sources);
        known.state = known.state === 'firing' ? known.state : next.state;
        known.value ??= next.value;
        known.since = known.since < next.since ? known.since : next.since;
      }
    }
  }
  return [...alerts.values()];
}

/**
 * All alerts of all sources, each once. Prometheus and Grafana tell what holds and its value,
 * Alertmanager what is silenced or inhibited, and all may be replicated.
 */
export function joinAlerts(input: JoinInput): ObservedAlert[] {
  const alerts = joinEvaluated(input.evaluated);
  const index = new LabelIndex<ObservedAlert>();
  alerts.forEach(alert => index.add(alert.labels, alert));
  const ended = new LabelIndex<true>();
  for (const labels of input.remembered) {
    ended.add(labels, true);
  }
  const copies = new Map<ObservedAlert, (Suppression | undefined)[]>();
  for (const [id, { alerts: routed, silences }] of input.routed) {
    const source = `alertmanager:${id}`;
    for (const copy of routed) {
      let alert = index.find(copy.labels);
      if (!alert && !ended.find(copy.labels)) {
        alert = fromAlertmanager(source, copy);
        alerts.push(alert);
        index.add(copy.labels, alert);
      }
      if (alert) {
        alert.sources = [...new Set([...alert.sources, source])];
        const suppressions = copies.get(alert) ?? [];
        copies.set(alert, [...suppressions, suppression(copy, silences)]);
      }
    }
  }
  for (const [alert, suppressions] of copies) {
    // As long as one copy is let through, somebody is told.
    if (alert.state === 'firing' && suppressions.every(Boolean)) {
      const said = suppressions.find(one => one?.silence) ?? suppressions[0];
      Object.assign(alert, said, { state: 'silenced' });
    }
  }
  return alerts;
}
