import {
  AlertmanagerAlert,
  AlertmanagerSilence,
  PrometheusAlert,
} from '../../sources';
import { groupCopies } from './groupCopies';
import { LabelIndex } from './LabelIndex';
import { ObservedAlert } from './ObservedAlert';
import { instanceOfSource } from './instanceOfSource';
import { ReplicaLabels } from './replicaLabels';
import { AlertTelling, mergeTellings } from './mergeTellings';
import { originalsOf } from './originalsOf';
import { suppressionOf } from './suppressionOf';
import { utcMoment } from './utcMoment';

/** What one Alertmanager holds. */
export interface Routed {
  alerts: AlertmanagerAlert[];
  silences: AlertmanagerSilence[];
}

/** An alert that is not evaluated any more. */
export interface EndedAlert {
  identity: Record<string, string>;
  /** When it was evaluated last. Unix milliseconds. */
  at: number;
}

export interface JoinInput {
  /** By name of the source that evaluates: `prometheus:default`, `grafana:default`. */
  evaluated: ReadonlyMap<string, PrometheusAlert[]>;
  /** By id of the Alertmanager. */
  routed: ReadonlyMap<string, Routed>;
  /** Sources that do not answer now, and when they last did. Unix milliseconds. */
  away: ReadonlyMap<string, number>;
  /**
   * Alerts that a source has evaluated before. Alertmanager keeps an alert for minutes after its
   * rule is gone; such a copy is not shown as firing.
   */
  remembered: Iterable<EndedAlert>;
  replicaLabels: ReplicaLabels;
  /**
   * Which Prometheus the entity uses that an alert of Grafana with such labels is about;
   * `undefined` when it is nobody's.
   */
  instanceOf: (labels: Record<string, string>) => string | undefined;
  /** Unix milliseconds. */
  now: number;
}

/**
 * All alerts of all sources, each once. What two instances of Prometheus evaluate are two alerts,
 * whatever their labels: they may be of two tenants. Prometheus and Grafana tell what holds and its value,
 * Alertmanager what is silenced or inhibited, and all may be replicated.
 */
export function joinAlerts(input: JoinInput): ObservedAlert[] {
  const { known } = input.replicaLabels;
  // What a server answers carries none of its own labels: `replica` is that of a series there.
  const evaluated = groupCopies(tellingsOfEvaluation(input), {
    known,
    perhaps: [],
  });
  const originals = originalsOf(evaluated);
  const ended = new LabelIndex<number>();
  for (const { identity, at } of input.remembered) {
    ended.add(identity, at);
  }
  const others: AlertTelling[] = [];
  for (const copy of tellingsOfAlertmanagers(input)) {
    const alerts = originals(copy.labels);
    const endedAt = ended.find(copy.labels);
    if (alerts) {
      alerts.forEach(({ copies }) => copies.push(copy));
    } else if (endedAt === undefined || beganAfter(copy, endedAt)) {
      others.push(copy);
    }
  }
  return [...evaluated, ...groupCopies(others, input.replicaLabels)].map(
    alert => mergeTellings(alert, input.away),
  );
}

function beganAfter({ since }: AlertTelling, time: number): boolean {
  return since !== undefined && Date.parse(since) > time;
}

function tellingsOfEvaluation({
  evaluated,
  instanceOf,
}: JoinInput): AlertTelling[] {
  return [...evaluated].flatMap(([source, alerts]) =>
    alerts.map(({ labels, annotations, state, activeAt, value }) => ({
      source,
      origin: source,
      instance: instanceOfSource(source) ?? instanceOf(labels),
      labels,
      annotations,
      state,
      since: utcMoment(activeAt),
      value: Number.isFinite(value) ? value : undefined,
    })),
  );
}

function tellingsOfAlertmanagers(input: JoinInput): AlertTelling[] {
  return [...input.routed].flatMap(([id, { alerts, silences }]) => {
    const source = `alertmanager:${id}`;
    // The one that answers knows itself which of its silences hold.
    const endsAfter = input.away.has(source) ? input.now : undefined;
    return alerts.map(alert => ({
      source,
      origin: originOf(alert) ?? source,
      labels: alert.labels,
      annotations: alert.annotations,
      since: utcMoment(alert.startsAt),
      suppression: suppressionOf(alert, silences, endsAfter),
    }));
  });
}

/** The server that sent an alert, by the address under which it shows it. */
function originOf({ generatorUrl }: AlertmanagerAlert): string | undefined {
  if (!generatorUrl || !URL.canParse(generatorUrl)) {
    return undefined;
  }
  const { origin, pathname } = new URL(generatorUrl);
  return `${origin}${pathname}`;
}
