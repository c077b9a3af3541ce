/** Writes a label's value into another label. */
function renamed(vector: string, from: string, to: string): string {
  return `label_replace(${vector}, "${to}", "$1", "${from}", "(.+)")`;
}

/**
 * Joins what elasticsearch_exporter and the exporter plugin call by different names, so that each
 * thing is there once: the exporter calls a node `name` and a thread pool `type`, the plugin `node`
 * and `name`.
 *
 * @param hold - how long a gauge that an alert judges may be away before it counts as gone
 */
export function opensearchDialects(
  selector: string,
  window: string,
  hold: string,
) {
  const of = (name: string, matchers?: string) =>
    `${name}{${[selector, matchers].filter(Boolean).join(', ')}}`;
  return {
    of,
    rate: (name: string) => `rate(${of(name)}[${window}])`,
    now: (name: string, matchers?: string) =>
      `last_over_time(${of(name, matchers)}[${hold}])`,
    ofCluster: (exporter: string, plugin: string) =>
      `max by (cluster) (${exporter} or ${plugin})`,
    ofNodes: (
      exporter: string,
      plugin: string,
      once: 'max' | 'min' = 'max',
      ...more: string[]
    ) =>
      `${once} by (${['cluster', 'node', ...more].join(', ')}) (${renamed(
        exporter,
        'name',
        'node',
      )} or ${plugin})`,
    ofPools: (exporter: string, plugin: string) =>
      `max by (cluster, node, pool) (${renamed(
        renamed(exporter, 'type', 'pool'),
        'name',
        'node',
      )} or ${renamed(plugin, 'name', 'pool')})`,
    ofBreakers: (exporter: string, plugin: string) =>
      `max by (cluster, node, breaker) (${renamed(
        exporter,
        'name',
        'node',
      )} or ${renamed(plugin, 'name', 'breaker')})`,
  };
}
