const SYSTEMS: Record<string, string> = {
  prometheus: 'Prometheus',
  alertmanager: 'Alertmanager',
  grafana: 'Grafana',
  mimir: 'Mimir',
  sightline: 'Sightline',
};

/** A source for people: `prometheus:default` is `Prometheus “default”`. */
export function sourceName(source: string): string {
  const [system, ...rest] = source.split(':');
  const name = SYSTEMS[system] ?? system;
  const id = rest.join(':');
  return id ? `${name} “${id}”` : name;
}
