import {
  AlertmanagerAlert,
  AlertmanagerSilence,
  PrometheusAlert,
} from '../../sources';
import { alertId } from './alertId';
import { ObservedAlert } from './ObservedAlert';

/** What one Alertmanager holds. */
export interface Routed {
  alerts: AlertmanagerAlert[];
  silences: AlertmanagerSilence[];
}

export interface JoinInput {
  /** By id of the Prometheus. */
  evaluated: ReadonlyMap<string, PrometheusAlert[]>;
  /** By id of the Alertmanager. */
  routed: ReadonlyMap<string, Routed>;
  /**
   * Ids of alerts that a Prometheus has evaluated before. Alertmanager keeps an alert for minutes
   * after its rule is gone; such a copy is not shown as firing.
   */
  knownToPrometheus: ReadonlySet<string>;
}

/** Prometheus adds its external labels on the way to Alertmanager. */
function isCopyOf(
  routed: Record<string, string>,
  evaluated: Record<string, string>,
): boolean {
  return Object.entries(evaluated).every(
    ([label, value]) => routed[label] === value,
  );
}

function suppression(
  { status }: AlertmanagerAlert,
  silences: AlertmanagerSilence[],
): Pick<ObservedAlert, 'state' | 'silence'> | undefined {
  const silence = silences.find(({ id }) => status.silencedBy.includes(id));
  if (!silence) {
    return status.silencedBy.length > 0 ? { state: 'silenced' } : undefined;
  }
  return {
    state: 'silenced',
    silence: {
      until: silence.endsAt,
      by: silence.createdBy,
      comment: silence.comment,
    },
  };
}

function fromPrometheus(
  source: string,
  { labels, annotations, state, activeAt, value }: PrometheusAlert,
): ObservedAlert {
  return {
    labels,
    annotations,
    state,
    since: activeAt,
    value: Number.isFinite(value) ? value : undefined,
    sources: [`prometheus:${source}`],
  };
}

/**
 * All alerts of all sources, each once. Prometheus tells what holds and its value, Alertmanager
 * what is silenced, and both may be replicated.
 */
export function joinAlerts(input: JoinInput): ObservedAlert[] {
  const alerts = new Map<string, ObservedAlert>();
  for (const [source, evaluated] of input.evaluated) {
    for (const alert of evaluated) {
      const id = alertId(alert.labels);
      const known = alerts.get(id);
      const next = fromPrometheus(source, alert);
      if (!known) {
        alerts.set(id, next);
      } else {
        known.sources.push(...next.sources);
        known.state = known.state === 'firing' ? known.state : next.state;
        known.since = known.since < next.since ? known.since : next.since;
      }
    }
  }
  const byName = new Map<string, ObservedAlert[]>();
  for (const alert of alerts.values()) {
    const { alertname } = alert.labels;
    byName.set(alertname, [...(byName.get(alertname) ?? []), alert]);
  }
  for (const [id, { alerts: routed, silences }] of input.routed) {
    const source = `alertmanager:${id}`;
    for (const copy of routed) {
      const known = (byName.get(copy.labels.alertname) ?? []).find(alert =>
        isCopyOf(copy.labels, alert.labels),
      );
      const suppressed = suppression(copy, silences);
      if (known) {
        known.sources.push(source);
        Object.assign(known, suppressed);
      } else if (!input.knownToPrometheus.has(alertId(copy.labels))) {
        const alert: ObservedAlert = {
          labels: copy.labels,
          annotations: copy.annotations,
          state: 'firing',
          since: copy.startsAt,
          sources: [source],
          ...suppressed,
        };
        alerts.set(alertId(copy.labels), alert);
        byName.set(copy.labels.alertname, [
          ...(byName.get(copy.labels.alertname) ?? []),
          alert,
        ]);
      }
    }
  }
  return [...alerts.values()];
}
