import { ProvisioningRun } from '@sightline/backstage-plugin-monitoring-common';
import { Knex } from 'knex';
import { RunStore } from './ProvisioningStore';
import { inBatches, Row } from './rows';
import { fromRow, likenessOf, lostBefore, toRow } from './runRows';
import { StepTable } from './StepTable';

const RUNS = 'monitoring_runs';
/** Of all runs, and once more of those that did something. */
const KEPT = 100;

/** {@link RunStore} in tables. */
export class RunTable implements Omit<RunStore, 'saveSteps' | 'listSteps'> {
  readonly #database: Knex;
  readonly #steps: StepTable;
  readonly #now: () => Date;

  constructor(database: Knex, options: { steps: StepTable; now: () => Date }) {
    this.#database = database;
    this.#steps = options.steps;
    this.#now = options.now;
  }

  async saveRun(run: ProvisioningRun): Promise<void> {
    await this.#save(run);
    if (run.status !== 'running') {
      await this.#replaceAlike(run);
      await this.#removeOld();
    }
  }

  async findRun(id: string): Promise<ProvisioningRun | undefined> {
    const row: Row | undefined = await this.#database(RUNS)
      .where({ id })
      .first();
    return row && fromRow(row, this.#now());
  }

  async listRuns(query: { eventful?: boolean; limit: number; offset: number }) {
    const matching = () => {
      const rows = this.#database(RUNS);
      return query.eventful ? rows.where({ eventful: true }) : rows;
    };
    const rows: Row[] = await matching()
      .select()
      .orderBy([{ column: 'started_at', order: 'desc' }, { column: 'id' }])
      .limit(query.limit)
      .offset(query.offset);
    const [{ total }]: Row[] = await matching().count({ total: '*' });
    return {
      items: rows.map(row => fromRow(row, this.#now())),
      totalItems: Number(total),
    };
  }

  async lastRun(
    filter: { planned?: boolean } = {},
  ): Promise<ProvisioningRun | undefined> {
    const query = this.#database(RUNS)
      .whereNull('entity_ref')
      .whereNot({ status: 'running' })
      .orderBy('started_at', 'desc');
    if (filter.planned) {
      query.whereNotNull('entities').where({ complete: true });
    }
    const row: Row | undefined = await query.first();
    return row && fromRow(row, this.#now());
  }

  async listRunning(): Promise<ProvisioningRun[]> {
    const rows: Row[] = await this.#database(RUNS)
      .where({ status: 'running' })
      .andWhere(alive =>
        alive
          .where({ requested: true })
          .orWhere('heartbeat_at', '>', lostBefore(this.#now())),
      )
      .orderBy([{ column: 'requested' }, { column: 'started_at' }]);
    return rows.map(row => fromRow(row, this.#now()));
  }

  async endLostRuns(): Promise<void> {
    const lost: Row[] = await this.#database(RUNS)
      .where({ status: 'running', requested: false })
      .where('heartbeat_at', '<=', lostBefore(this.#now()));
    await inBatches(lost, batch =>
      this.#database(RUNS)
        .whereIn(
          'id',
          batch.map(({ id }) => id),
        )
        .update({
          status: 'stopped',
          finished_at: this.#database.ref('heartbeat_at'),
        }),
    );
  }

  async requestRun(run: ProvisioningRun): Promise<void> {
    await this.#save(run, { requested: true });
  }

  async claimRun(): Promise<ProvisioningRun | undefined> {
    const row: Row | undefined = await this.#database(RUNS)
      .where({ status: 'running', requested: true })
      .orderBy('started_at')
      .first();
    if (!row) {
      return undefined;
    }
    const claimed = await this.#database(RUNS)
      .where({ id: row.id, requested: true })
      .update({ requested: false, heartbeat_at: this.#now() });
    return claimed === 1 ? fromRow(row, this.#now()) : undefined;
  }

  async withdrawRun(id: string): Promise<void> {
    await this.#database(RUNS).where({ id, requested: true }).delete();
  }

  async requestStop(runId: string, by: string): Promise<void> {
    const notBegun = await this.#database(RUNS)
      .where({ id: runId, requested: true })
      .update({
        status: 'stopped',
        requested: false,
        finished_at: this.#now(),
        eventful: true,
        errors: JSON.stringify([
          { message: `${by} stopped it before it began` },
        ]),
      });
    if (notBegun > 0) {
      return;
    }
    await this.#database(RUNS).where({ id: runId }).update({ stopped_by: by });
  }

  async stopRequestedBy(runId: string): Promise<string | undefined> {
    const row: Row | undefined = await this.#database(RUNS)
      .select('stopped_by')
      .where({ id: runId })
      .first();
    return row?.stopped_by ?? undefined;
  }

  async #save(run: ProvisioningRun, more: Row = {}): Promise<void> {
    await this.#database(RUNS)
      .insert({ ...toRow(run, this.#now()), ...more })
      .onConflict('id')
      .merge();
  }

  async #replaceAlike(run: ProvisioningRun): Promise<void> {
    const likeness = likenessOf(run);
    if (likeness) {
      const rows: Row[] = await this.#database(RUNS)
        .select('id')
        .where({ likeness })
        .whereNot({ id: run.id });
      await this.#remove(rows.map(({ id }) => id));
    }
  }

  async #removeOld(): Promise<void> {
    const ended: Row[] = await this.#database(RUNS)
      .select('id', 'eventful', 'entity_ref', 'entities', 'complete')
      .whereNot({ status: 'running' })
      .orderBy('started_at', 'desc');
    const eventful = ended.filter(row => row.eventful).slice(0, KEPT);
    const overAll = ended.filter(row => row.entity_ref === null);
    // What waits for a person is read from it.
    const planned = overAll.filter(
      row => row.complete && row.entities !== null,
    );
    const kept = new Set(
      [
        ...ended.slice(0, KEPT),
        ...eventful,
        ...overAll.slice(0, 1),
        ...planned.slice(0, 1),
      ].map(({ id }) => id),
    );
    await this.#remove(ended.map(({ id }) => id).filter(id => !kept.has(id)));
  }

  async #remove(ids: string[]): Promise<void> {
    await this.#steps.removeSteps(ids);
    await inBatches(ids, batch =>
      this.#database(RUNS).whereIn('id', batch).delete(),
    );
  }
}
