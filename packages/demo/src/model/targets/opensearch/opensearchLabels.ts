export const CLUSTER = { cluster: 'search' };

/** What elasticsearch_exporter says of the only node. */
export const NODE = {
  ...CLUSTER,
  es_client_node: 'true',
  es_data_node: 'true',
  es_ingest_node: 'true',
  es_master_node: 'true',
  host: 'opensearch-0',
  name: 'opensearch-0',
};

/** The id of the node, by which shards name it. */
export const NODE_ID = 'eLjTxbaPSNKjUhU4amNAfg';

/** The indices, with their primary shards and what they hold when the day begins. */
export const INDICES = [
  { index: 'media', shards: 2, documents: 4_200_000, bytes: 9.1e9 },
  { index: 'tags', shards: 1, documents: 61_000, bytes: 42e6 },
] as const;

export const SHARDS = INDICES.reduce((sum, { shards }) => sum + shards, 0);
