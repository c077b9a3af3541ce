import { Knex } from 'knex';
import { LockStore } from './ProvisioningStore';
import { Row } from './rows';

const LOCKS = 'monitoring_locks';

/** {@link LockStore} in a table. */
export class LockTable implements LockStore {
  readonly #database: Knex;
  readonly #isRunning: (runId: string) => Promise<boolean>;

  /** @param isRunning - whether a run gives signs of life */
  constructor(database: Knex, isRunning: (runId: string) => Promise<boolean>) {
    this.#database = database;
    this.#isRunning = isRunning;
  }

  async lock(name: string, runId: string): Promise<boolean> {
    const [holder]: Row[] = await this.#database(LOCKS).where({ name });
    if (!holder) {
      // Of two that come at once the database takes one.
      await this.#database(LOCKS)
        .insert({ name, run_id: runId })
        .onConflict('name')
        .ignore();
      const [taken]: Row[] = await this.#database(LOCKS).where({ name });
      return taken?.run_id === runId;
    }
    if (holder.run_id === runId) {
      return true;
    }
    if (await this.#isRunning(holder.run_id)) {
      return false;
    }
    const changed = await this.#database(LOCKS)
      .where({ name, run_id: holder.run_id })
      .update({ run_id: runId });
    return changed === 1;
  }

  async unlock(name: string, runId: string): Promise<void> {
    await this.#database(LOCKS).where({ name, run_id: runId }).delete();
  }
}
