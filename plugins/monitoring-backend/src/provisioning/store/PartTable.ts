import { Knex } from 'knex';
import { PartStore, StoredPart, StoredPartContent } from './ProvisioningStore';
import { inBatches, Row } from './rows';

const PARTS = 'monitoring_shared_parts';

/** {@link PartStore} in a table. */
export class PartTable implements PartStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  async listParts(filter: { entityRefs?: string[] } = {}) {
    const query = this.#database(PARTS)
      .select('target', 'key', 'entity_ref', 'hash')
      .orderBy(['target', 'key']);
    if (filter.entityRefs) {
      query.whereIn('entity_ref', filter.entityRefs);
    }
    const rows: Row[] = await query;
    return rows.map(
      ({ target, key, entity_ref: entityRef, hash }): StoredPart => ({
        target,
        key,
        entityRef,
        hash,
      }),
    );
  }

  async readParts(target: string, keys: string[]) {
    const contents = new Map<string, Record<string, unknown>>();
    await inBatches(keys, async batch => {
      const rows: Row[] = await this.#database(PARTS)
        .select('key', 'content')
        .where({ target })
        .whereIn('key', batch);
      rows.forEach(({ key, content }) =>
        contents.set(key, JSON.parse(content)),
      );
    });
    return contents;
  }

  async countParts(): Promise<Map<string, number>> {
    const rows: Row[] = await this.#database(PARTS)
      .select('target')
      .countDistinct({ entities: 'entity_ref' })
      .groupBy('target');
    return new Map(rows.map(row => [row.target, Number(row.entities)]));
  }

  async saveParts(parts: StoredPartContent[]): Promise<void> {
    await inBatches(parts, batch =>
      this.#database(PARTS)
        .insert(
          batch.map(({ target, key, entityRef, hash, content }) => ({
            target,
            key,
            entity_ref: entityRef,
            hash,
            content: JSON.stringify(content),
          })),
        )
        .onConflict(['target', 'key'])
        .merge(),
    );
  }

  async removeParts(parts: Pick<StoredPart, 'target' | 'key'>[]) {
    for (const { target, key } of parts) {
      await this.#database(PARTS).where({ target, key }).delete();
    }
  }
}
