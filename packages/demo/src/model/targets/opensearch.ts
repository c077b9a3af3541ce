import { CounterFamily, GaugeFamily } from '../../metrics';
import { SimulatedTarget } from '../SimulatedTarget';

const cluster = 'search';
const HEAP = 4 * 1024 ** 3;

/** OpenSearch, under the names of elasticsearch_exporter. */
export function createOpensearch(): SimulatedTarget {
  const up = new GaugeFamily(
    'elasticsearch_clusterinfo_up',
    'Whether the cluster answers.',
  );
  up.with({ url: 'http://opensearch-0:9200' }, 1);
  const status = new GaugeFamily(
    'elasticsearch_cluster_health_status',
    'Whether the cluster has this colour.',
  );
  status.with({ cluster, color: 'green' }, 1);
  status.with({ cluster, color: 'yellow' }, 0);
  status.with({ cluster, color: 'red' }, 0);
  const unassigned = new GaugeFamily(
    'elasticsearch_cluster_health_unassigned_shards',
    'Shards without a node.',
  );
  unassigned.with({ cluster }, 0);
  const heapMaximum = new GaugeFamily(
    'elasticsearch_jvm_memory_max_bytes',
    'Largest heap in bytes.',
  );
  heapMaximum.with({ cluster, area: 'heap', name: 'opensearch-0' }, HEAP);
  const heap = new GaugeFamily(
    'elasticsearch_jvm_memory_used_bytes',
    'Heap in use in bytes.',
  );
  const heapUsed = heap.with({ cluster, area: 'heap', name: 'opensearch-0' });
  const rejections = new CounterFamily(
    'elasticsearch_thread_pool_rejected_count',
    'Tasks that a thread pool refused.',
  );
  rejections.with({ cluster, name: 'opensearch-0', type: 'search' });
  const documents = new GaugeFamily(
    'elasticsearch_indices_docs',
    'Documents on this node.',
  );
  const indexed = documents.with({ cluster, name: 'opensearch-0' }, 4_200_000);

  return {
    name: 'opensearch',
    job: 'opensearch',
    instance: 'opensearch-0',
    isService: false,
    families: [
      up,
      status,
      unassigned,
      heapMaximum,
      heap,
      rejections,
      documents,
    ],
    advance(step) {
      heapUsed.set((0.35 + 0.3 * step.chance(14)) * HEAP);
      indexed.set(4_200_000 + 30_000 * step.timeOfDay);
    },
  };
}
