import {
  ProvisioningStep,
  ProvisioningStepListQuery,
} from '@sightline/backstage-plugin-monitoring-common';
import { Knex } from 'knex';
import { inBatches, Row } from './rows';

const STEPS = 'monitoring_run_steps';

const RANK: Partial<Record<NonNullable<ProvisioningStep['outcome']>, number>> =
  { failed: 0, waiting: 1 };

function rankOf({ outcome }: ProvisioningStep): number {
  return (outcome && RANK[outcome]) ?? 2;
}

/** Steps of runs, in the order in which they are shown. */
export class StepTable {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  async saveSteps(runId: string, steps: ProvisioningStep[]): Promise<void> {
    const rows = [...steps]
      .sort((a, b) => rankOf(a) - rankOf(b))
      .map((step, position) => ({
        run_id: runId,
        position,
        outcome: step.outcome ?? null,
        kind: step.kind,
        entity_ref: step.entityRef,
        step: JSON.stringify(step),
      }));
    await this.#database.transaction(async transaction => {
      await transaction(STEPS).where({ run_id: runId }).delete();
      await inBatches(rows, batch => transaction(STEPS).insert(batch));
    });
  }

  async listSteps(
    runId: string,
    {
      outcome,
      kind,
      entityRef,
    }: Omit<ProvisioningStepListQuery, 'limit' | 'cursor'>,
  ): Promise<ProvisioningStep[]> {
    const query = this.#database(STEPS)
      .select('step')
      .where({ run_id: runId })
      .orderBy('position');
    if (outcome?.length) {
      query.whereIn('outcome', outcome);
    }
    if (kind?.length) {
      query.whereIn('kind', kind);
    }
    if (entityRef) {
      query.where({ entity_ref: entityRef });
    }
    const rows: Row[] = await query;
    return rows.map(row => JSON.parse(row.step));
  }

  async removeSteps(runIds: string[]): Promise<void> {
    await inBatches(runIds, batch =>
      this.#database(STEPS).whereIn('run_id', batch).delete(),
    );
  }
}
