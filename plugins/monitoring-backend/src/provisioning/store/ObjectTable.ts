import { Knex } from 'knex';
import { ObjectStore, StoredObject } from './ProvisioningStore';
import { fromJson, inBatches, Row, toDate, toIso, toJson } from './rows';

const OBJECTS = 'monitoring_objects';

function toRow(object: StoredObject): Row {
  return {
    key: object.key,
    entity_ref: object.entityRef,
    kind: object.kind,
    target: object.target,
    uid: object.uid,
    title: object.title,
    environment: object.environment ?? null,
    state: object.state,
    reason: object.reason ?? null,
    url: object.url ?? null,
    hash: object.hash ?? null,
    differences: toJson(object.differences),
    theirs: toJson(object.theirs),
    decisions: toJson(object.decisions),
    decided: toJson(object.decided),
    retry_failures: object.retry?.failures ?? null,
    retry_at: object.retry ? new Date(object.retry.at) : null,
    failed_hash: object.failedHash ?? null,
    applied_at: object.lastAppliedAt ? new Date(object.lastAppliedAt) : null,
    unwanted_since: object.unwantedSince ?? null,
  };
}

function fromRow(row: Row): StoredObject {
  return {
    key: row.key,
    entityRef: row.entity_ref,
    kind: row.kind,
    target: row.target,
    uid: row.uid,
    title: row.title,
    environment: row.environment ?? undefined,
    state: row.state,
    reason: row.reason ?? undefined,
    url: row.url ?? undefined,
    hash: row.hash ?? undefined,
    differences: fromJson(row.differences),
    theirs: fromJson(row.theirs),
    decisions: fromJson(row.decisions),
    decided: fromJson(row.decided),
    retry: row.retry_at
      ? { failures: row.retry_failures, at: toIso(row.retry_at)! }
      : undefined,
    failedHash: row.failed_hash ?? undefined,
    lastAppliedAt: toIso(row.applied_at),
    unwantedSince: toDate(row.unwanted_since),
  };
}

/** {@link ObjectStore} in a table. */
export class ObjectTable implements ObjectStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  async listObjects(
    filter: { entityRef?: string } = {},
  ): Promise<StoredObject[]> {
    const query = this.#database(OBJECTS).select().orderBy('key');
    if (filter.entityRef) {
      query.where({ entity_ref: filter.entityRef });
    }
    return (await query).map(fromRow);
  }

  /** Only what was written and not deleted since. */
  async countObjects(): Promise<Map<string, number>> {
    const rows: Row[] = await this.#database(OBJECTS)
      .whereNotNull('hash')
      .select('target')
      .count({ objects: '*' })
      .groupBy('target');
    return new Map(rows.map(row => [row.target, Number(row.objects)]));
  }

  async saveObjects(objects: StoredObject[]): Promise<void> {
    if (objects.length > 0) {
      await this.#database.transaction(async transaction => {
        await inBatches(objects, batch =>
          transaction(OBJECTS)
            .insert(batch.map(toRow))
            .onConflict('key')
            .merge(),
        );
      });
    }
  }

  async removeObjects(keys: string[]): Promise<void> {
    await inBatches(keys, batch =>
      this.#database(OBJECTS).whereIn('key', batch).delete(),
    );
  }
}
