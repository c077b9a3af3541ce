/**
 * PromQL for the indices of a cluster, one series each.
 *
 * The exporter shows no index's health: it follows from the shards that should be there (settings)
 * and those that are. So it also sees an index that was never allocated, for which the plugin has
 * no series at all.
 *
 * @param selector - label matchers without braces
 */
export function indexExpressions(selector: string) {
  const of = (name: string, matchers?: string) =>
    `${name}{${[selector, matchers].filter(Boolean).join(', ')}}`;
  const once = (series: string) => `max by (index) (${series})`;
  const primaries = once(of('elasticsearch_indices_settings_shards'));
  const replicas = once(of('elasticsearch_indices_settings_replicas'));
  const wanted = `${primaries} * (1 + ${replicas})`;
  const allocated = (matchers?: string) =>
    `(count by (index) (max by (index, shard, node, primary) (${of(
      'elasticsearch_indices_shards_docs',
      matchers,
    )})) or 0 * ${primaries})`;
  const missing = `${wanted} - ${allocated()}`;
  const health = `(${missing} > bool 0) + (${primaries} - ${allocated(
    'primary="true"',
  )} > bool 0)`;
  return {
    /** 0 green, 1 yellow, 2 red. */
    indexStatus: `${once(of('opensearch_index_status'))} or ${health}`,
    indexShardsMissing: `${once(
      of('opensearch_index_shards_number', 'type="unassigned"'),
    )} or clamp_min(${missing}, 0)`,
    indexDocuments: once(
      `${of('elasticsearch_indices_docs_primary')} or ${of(
        'opensearch_index_doc_number',
        'context="primaries"',
      )}`,
    ),
    indexSize: once(
      `${of('elasticsearch_indices_store_size_bytes_total')} or ${of(
        'opensearch_index_store_size_bytes',
        'context="total"',
      )}`,
    ),
  };
}
