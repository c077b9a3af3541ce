import { Knex } from 'knex';
import { ReconciledStore } from './ProvisioningStore';
import { inBatches, Row, toDate } from './rows';

const ENTITIES = 'monitoring_reconciled_entities';
/** The row that holds for all others: a run over thousands need not write as many rows. */
const ALL = '*';

/** {@link ReconciledStore} in a table. */
export class ReconciledTable implements ReconciledStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  async saveReconciled(
    entityRefs: string[],
    at: Date,
    options: { all?: boolean } = {},
  ): Promise<void> {
    if (!options.all) {
      await this.#save(entityRefs, at);
      return;
    }
    const rows: Row[] = await this.#database(ENTITIES)
      .select('entity_ref')
      .whereNot({ entity_ref: ALL });
    const known = new Set<string>(rows.map(row => row.entity_ref));
    const wanted = new Set(entityRefs);
    await this.#save(
      entityRefs.filter(ref => !known.has(ref)),
      at,
    );
    await inBatches(
      [...known].filter(ref => !wanted.has(ref)),
      batch => this.#database(ENTITIES).whereIn('entity_ref', batch).delete(),
    );
    await this.#save([ALL], at);
  }

  async lastReconciledAt(entityRef: string): Promise<Date | undefined> {
    const rows: Row[] = await this.#database(ENTITIES).whereIn('entity_ref', [
      entityRef,
      ALL,
    ]);
    if (!rows.some(row => row.entity_ref === entityRef)) {
      return undefined;
    }
    const [last] = rows
      .map(row => toDate(row.reconciled_at)!)
      .sort((a, b) => b.getTime() - a.getTime());
    return last;
  }

  async #save(entityRefs: string[], at: Date): Promise<void> {
    await inBatches(entityRefs, batch =>
      this.#database(ENTITIES)
        .insert(batch.map(ref => ({ entity_ref: ref, reconciled_at: at })))
        .onConflict('entity_ref')
        .merge(),
    );
  }
}
