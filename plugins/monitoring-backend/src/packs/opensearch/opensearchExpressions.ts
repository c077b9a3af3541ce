import { HOLD } from '../hold';
import { opensearchDialects } from './opensearchDialects';
import { indexExpressions } from './indexExpressions';

/**
 * PromQL of the OpenSearch pack, for elasticsearch_exporter and the cluster's own exporter plugin.
 *
 * Whatever several pages repeat (each node serves the cluster's numbers, two exporters may look at
 * one cluster) is taken once, by the labels `cluster`, `node`, `pool`.
 *
 * @param selector - label matchers without braces
 * @param window - a duration or Grafana's `$__rate_interval`
 * @param hold - how long a gauge that an alert judges stands when a scrape fails, as a duration
 */
export function opensearchExpressions(
  selector: string,
  window: string,
  hold: string = HOLD.long,
) {
  const { of, rate, now, ofCluster, ofNodes, ofPools, ofBreakers } =
    opensearchDialects(selector, window, hold);

  // What a node or an exporter said that has left counts only while nobody else says anything.
  const newest = (name: string, matchers?: string) =>
    `(max by (cluster) (${of(name, matchers)}) or max by (cluster) (${now(
      name,
      matchers,
    )}))`;
  const colour = (name: string) =>
    newest('elasticsearch_cluster_health_status', `color="${name}"`);
  const status = `clamp_max(${colour('yellow')} + 2 * ${colour(
    'red',
  )}, 2) or ${newest('opensearch_cluster_status')}`;

  // Each exporter says in its own way whether the cluster answered; the plugin falls silent with
  // its node, whose target then is down.
  const reachable = `max(min by (job, instance) (${now(
    'elasticsearch_clusterinfo_up',
  )} or ${now('elasticsearch_cluster_health_up')} or ${now(
    'elasticsearch_scrape_success',
    'collector="cluster-info"',
  )})) or max(${of('up')} and on (job, instance) last_over_time(${of(
    'opensearch_cluster_status',
  )}[1h]))`;

  const shards = (state: string) =>
    ofCluster(
      of(`elasticsearch_cluster_health_${state}_shards`),
      of('opensearch_cluster_shards_number', `type="${state}"`),
    );

  const searches = ofNodes(
    rate('elasticsearch_indices_search_query_total'),
    rate('opensearch_indices_search_query_count'),
  );
  const searchTime = ofNodes(
    rate('elasticsearch_indices_search_query_time_seconds'),
    rate('opensearch_indices_search_query_time_seconds'),
  );
  const writes = ofNodes(
    rate('elasticsearch_indices_indexing_index_total'),
    rate('opensearch_indices_indexing_index_count'),
  );
  const writeTime = ofNodes(
    rate('elasticsearch_indices_indexing_index_time_seconds_total'),
    rate('opensearch_indices_indexing_index_time_seconds'),
  );
  const mean = (time: string, count: string) =>
    `sum by (cluster) (${time}) / (sum by (cluster) (${count}) > 0)`;

  const heapUsed = ofNodes(
    now('elasticsearch_jvm_memory_used_bytes', 'area="heap"'),
    now('opensearch_jvm_mem_heap_used_bytes'),
  );
  const heapMaximum = ofNodes(
    now('elasticsearch_jvm_memory_max_bytes', 'area="heap"'),
    now('opensearch_jvm_mem_heap_max_bytes'),
  );
  const diskFree = ofNodes(
    of('elasticsearch_filesystem_data_available_bytes'),
    of('opensearch_fs_total_available_bytes'),
    'min',
  );
  const diskSize = ofNodes(
    of('elasticsearch_filesystem_data_size_bytes'),
    of('opensearch_fs_total_total_bytes'),
    'min',
  );

  const queued = ofPools(
    of('elasticsearch_thread_pool_queue_count'),
    of('opensearch_threadpool_tasks_number', 'type="queue"'),
  );
  const rejected = ofPools(
    `increase(${of('elasticsearch_thread_pool_rejected_count')}[${window}])`,
    `increase(${of(
      'opensearch_threadpool_threads_count',
      'type="rejected"',
    )}[${window}])`,
  );
  const breakerLimit = ofBreakers(
    of('elasticsearch_breakers_limit_size_bytes'),
    of('opensearch_circuitbreaker_limit_bytes'),
  );

  return {
    /** 0 green, 1 yellow, 2 red. */
    status,
    /** 1 while the cluster answers whoever watches it. */
    reachable,
    nodes: ofCluster(
      of('elasticsearch_cluster_health_number_of_nodes'),
      of('opensearch_cluster_nodes_number'),
    ),
    dataNodes: ofCluster(
      of('elasticsearch_cluster_health_number_of_data_nodes'),
      of('opensearch_cluster_datanodes_number'),
    ),
    shards,
    searches: `sum by (cluster) (${searches})`,
    searchesByNode: searches,
    searchDuration: mean(searchTime, searches),
    writes: `sum by (cluster) (${writes})`,
    writesByNode: writes,
    writeDuration: mean(writeTime, writes),
    heapShare: `(${heapUsed}) / ((${heapMaximum}) > 0)`,
    garbageCollectionShare: `sum by (cluster, node) (${ofNodes(
      rate('elasticsearch_jvm_gc_collection_seconds_sum'),
      rate('opensearch_jvm_gc_collection_time_seconds'),
      'max',
      'gc',
    )})`,
    processorShare: `(${ofNodes(
      of('elasticsearch_process_cpu_percent'),
      of('opensearch_process_cpu_percent'),
    )}) / 100`,
    diskShare: `1 - (${diskFree}) / ((${diskSize}) > 0)`,
    queued: `sum by (cluster) (${queued})`,
    queuedByPool: `sum by (cluster, pool) (${queued}) > 0`,
    rejected: `sum by (cluster) (${rejected})`,
    rejectedByPool: `sum by (cluster, pool) (${rejected})`,
    breakerShare: `max by (cluster, breaker) (${ofBreakers(
      of('elasticsearch_breakers_estimated_size_bytes'),
      of('opensearch_circuitbreaker_estimated_bytes'),
    )} / (${breakerLimit} > 0))`,
    breakerTrips: `sum by (cluster) (${ofBreakers(
      `increase(${of('elasticsearch_breakers_tripped')}[${window}])`,
      `increase(${of('opensearch_circuitbreaker_tripped_count')}[${window}])`,
    )})`,
    ...indexExpressions(selector),
    /** Without these the status is not known. */
    statusSeries: [
      of('elasticsearch_cluster_health_status'),
      of('opensearch_cluster_status'),
    ],
    /** Without these the nodes are not known. */
    nodeSeries: [
      of('elasticsearch_jvm_memory_used_bytes', 'area="heap"'),
      of('opensearch_jvm_mem_heap_used_bytes'),
    ],
  };
}
