import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { ProvisioningRun } from '@sightline/backstage-plugin-monitoring-common';
import { Knex } from 'knex';
import { randomBytes } from 'node:crypto';
import { ProvisioningStore, StoredObject } from './ProvisioningStore';

const OBJECTS = 'monitoring_objects';
const RUNS = 'monitoring_runs';
const ENTITIES = 'monitoring_reconciled_entities';
const KEYS = 'monitoring_fingerprint_keys';
const RUNS_KEPT = 100;
/** SQLite allows 999 bound values in one statement; a row has 13. */
const BATCH = 50;

type Row = Record<string, any>;

function isoText(value: unknown): string | undefined {
  return value ? new Date(value as any).toISOString() : undefined;
}

function toRow(object: StoredObject): Row {
  return {
    key: object.key,
    entity_ref: object.entityRef,
    kind: object.kind,
    target: object.target,
    uid: object.uid,
    title: object.title,
    state: object.state,
    reason: object.reason ?? null,
    url: object.url ?? null,
    hash: object.hash ?? null,
    differences: object.differences ? JSON.stringify(object.differences) : null,
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
    state: row.state,
    reason: row.reason ?? undefined,
    url: row.url ?? undefined,
    hash: row.hash ?? undefined,
    differences: row.differences ? JSON.parse(row.differences) : undefined,
    lastAppliedAt: isoText(row.applied_at),
    unwantedSince: row.unwanted_since
      ? new Date(row.unwanted_since)
      : undefined,
  };
}

/** {@link ProvisioningStore} in the plugin's own database. */
export class DatabaseProvisioningStore implements ProvisioningStore {
  readonly #database: Knex;

  static async create(options: {
    database: DatabaseService;
  }): Promise<DatabaseProvisioningStore> {
    const client = await options.database.getClient();
    if (!options.database.migrations?.skip) {
      await client.migrate.latest({
        directory: resolvePackagePath(
          '@sightline/backstage-plugin-monitoring-backend',
          'migrations',
        ),
      });
    }
    return new DatabaseProvisioningStore(client);
  }

  private constructor(database: Knex) {
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

  async saveObjects(objects: StoredObject[]): Promise<void> {
    for (let index = 0; index < objects.length; index += BATCH) {
      await this.#database(OBJECTS)
        .insert(objects.slice(index, index + BATCH).map(toRow))
        .onConflict('key')
        .merge();
    }
  }

  async removeObjects(keys: string[]): Promise<void> {
    for (let index = 0; index < keys.length; index += BATCH) {
      await this.#database(OBJECTS)
        .whereIn('key', keys.slice(index, index + BATCH))
        .delete();
    }
  }

  async saveRun(run: ProvisioningRun): Promise<void> {
    await this.#database(RUNS)
      .insert({
        id: run.id,
        started_at: new Date(run.startedAt),
        finished_at: run.finishedAt ? new Date(run.finishedAt) : null,
        trigger: run.trigger,
        counts: JSON.stringify(run.counts),
        errors: JSON.stringify(run.errors),
      })
      .onConflict('id')
      .merge();
    const old = await this.#database(RUNS)
      .select('id')
      .orderBy('started_at', 'desc')
      .offset(RUNS_KEPT)
      .limit(RUNS_KEPT);
    await this.#database(RUNS)
      .whereIn(
        'id',
        old.map(({ id }) => id),
      )
      .delete();
  }

  async lastRun(): Promise<ProvisioningRun | undefined> {
    const row: Row | undefined = await this.#database(RUNS)
      .select()
      .orderBy('started_at', 'desc')
      .first();
    return row
      ? {
          id: row.id,
          startedAt: isoText(row.started_at)!,
          finishedAt: isoText(row.finished_at),
          trigger: row.trigger,
          counts: JSON.parse(row.counts),
          errors: JSON.parse(row.errors),
        }
      : undefined;
  }

  async saveReconciled(entityRefs: string[], at: Date): Promise<void> {
    for (let index = 0; index < entityRefs.length; index += BATCH) {
      await this.#database(ENTITIES)
        .insert(
          entityRefs
            .slice(index, index + BATCH)
            .map(ref => ({ entity_ref: ref, reconciled_at: at })),
        )
        .onConflict('entity_ref')
        .merge();
    }
  }

  async removeReconciledBefore(at: Date): Promise<void> {
    await this.#database(ENTITIES).where('reconciled_at', '<', at).delete();
  }

  async lastReconciledAt(entityRef: string): Promise<Date | undefined> {
    const row: Row | undefined = await this.#database(ENTITIES)
      .where({ entity_ref: entityRef })
      .first();
    return row && new Date(row.reconciled_at);
  }

  /**
   * Key of the hashes by which secrets are compared, made once for all replicas. When the database
   * is lost there is another one, and what carries a hash is written once more.
   */
  async fingerprintKey(): Promise<string> {
    const id = 'contact-points';
    await this.#database(KEYS)
      .insert({ id, key: randomBytes(32).toString('hex') })
      .onConflict('id')
      .ignore();
    const row: Row = await this.#database(KEYS).where({ id }).first();
    return row.key;
  }
}
