import { GaugeFamily } from '../../../metrics';
import { Step } from '../../SimulatedTarget';
import { CLUSTER, INDICES, NODE_ID } from './opensearchLabels';

/** The indices, their settings and their shards. */
export class OpensearchIndices {
  readonly #shards = new GaugeFamily(
    'elasticsearch_indices_settings_shards',
    'Primary shards that an index should have.',
  );
  readonly #replicas = new GaugeFamily(
    'elasticsearch_indices_settings_replicas',
    'Copies that each shard should have.',
  );
  readonly #shardDocuments = new GaugeFamily(
    'elasticsearch_indices_shards_docs',
    'Documents in a shard.',
  );
  readonly #documents = new GaugeFamily(
    'elasticsearch_indices_docs_primary',
    'Documents in an index, copies not counted.',
  );
  readonly #sizes = new GaugeFamily(
    'elasticsearch_indices_store_size_bytes_total',
    'Bytes of an index with its copies.',
  );
  readonly families = [
    this.#shards,
    this.#replicas,
    this.#shardDocuments,
    this.#documents,
    this.#sizes,
  ];
  readonly #indices = INDICES.map(usual => {
    const { index, shards } = usual;
    this.#shards.with({ index }, shards);
    this.#replicas.with({ index }, 0);
    return {
      usual,
      documents: this.#documents.with({ ...CLUSTER, index }),
      size: this.#sizes.with({ ...CLUSTER, index }),
      inShards: Array.from({ length: shards }, (_, shard) =>
        this.#shardDocuments.with({
          ...CLUSTER,
          index,
          node: NODE_ID,
          primary: 'true',
          shard: String(shard),
        }),
      ),
    };
  });

  advance(step: Step): void {
    // What was deleted leaves the indices once a day.
    const growth = 1 + 0.007 * step.timeOfDay;
    for (const { usual, documents, size, inShards } of this.#indices) {
      const perShard = Math.round((usual.documents * growth) / usual.shards);
      inShards.forEach(shard => shard.set(perShard));
      documents.set(perShard * usual.shards);
      size.set(usual.bytes * growth);
    }
  }
}
