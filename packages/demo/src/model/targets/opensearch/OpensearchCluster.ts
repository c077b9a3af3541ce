import { constantGauge, GaugeFamily } from '../../../metrics';
import { CLUSTER, SHARDS } from './opensearchLabels';

function health(name: string, help: string, value: number): GaugeFamily {
  return constantGauge(
    `elasticsearch_cluster_health_${name}`,
    help,
    value,
    CLUSTER,
  );
}

/** The cluster, which is well. */
export class OpensearchCluster {
  readonly #status = new GaugeFamily(
    'elasticsearch_cluster_health_status',
    'Whether the cluster has this colour.',
  );
  readonly families = [
    constantGauge(
      'elasticsearch_clusterinfo_up',
      'Whether the cluster answers.',
      1,
      { url: 'http://opensearch-0:9200' },
    ),
    this.#status,
    health('number_of_nodes', 'Nodes.', 1),
    health('number_of_data_nodes', 'Nodes that hold data.', 1),
    health('active_shards', 'Shards that can be used.', SHARDS),
    health('unassigned_shards', 'Shards without a node.', 0),
    health('initializing_shards', 'Shards that are being started.', 0),
    health('relocating_shards', 'Shards that move to another node.', 0),
  ];

  constructor() {
    for (const color of ['green', 'yellow', 'red']) {
      this.#status.with({ ...CLUSTER, color }, color === 'green' ? 1 : 0);
    }
  }
}
