/** Labels that only tell copies of one alert apart. */
export interface ReplicaLabels {
  /** Never part of what an alert is. */
  known: readonly string[];
  /** Perhaps such a label, perhaps one that the alert's series has of its own. */
  perhaps: readonly string[];
}

/** What Prometheus' operator, Thanos and Mimir call replicas, and the label that Grafana adds. */
const ALWAYS = [
  'prometheus_replica',
  'thanos_ruler_replica',
  'rule_replica',
  '__replica__',
  'grafana_folder',
];

/** As people and the operator call a Prometheus; a database may call its replicas so too. */
const PERHAPS = ['replica', 'prometheus'];

/**
 * @param configured - `monitoring.observing.replicaLabels`; when it is given, nothing is guessed
 */
export function replicaLabels(configured?: readonly string[]): ReplicaLabels {
  return configured
    ? { known: [...ALWAYS, ...configured], perhaps: [] }
    : { known: ALWAYS, perhaps: PERHAPS };
}

/** Labels without some of them, and without those that a server keeps for itself (`__…__`). */
export function withoutLabels(
  labels: Record<string, string>,
  left: readonly string[],
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(labels).filter(
      ([label]) => !label.startsWith('__') && !left.includes(label),
    ),
  );
}
