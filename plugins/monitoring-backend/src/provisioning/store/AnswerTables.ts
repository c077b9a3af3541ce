import { ProvisioningPause } from '@sightline/backstage-plugin-monitoring-common';
import { Knex } from 'knex';
import {
  AnswerStore,
  DecidedSides,
  PauseScope,
  StoredBrakeAnswer,
  StoredDecision,
} from './ProvisioningStore';
import { Row, toDate, toIso } from './rows';

const DECISIONS = 'monitoring_decisions';
const PAUSES = 'monitoring_pauses';
const ANSWERS = 'monitoring_brake_answers';
const LAST = 'last';

function nameOf(scope: PauseScope): string {
  return scope === 'all' ? scope : scope.entityRef;
}

/** {@link AnswerStore} in tables. */
export class AnswerTables implements AnswerStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  async listDecisions(filter: { key?: string } = {}) {
    const query = this.#database(DECISIONS).select().orderBy('key');
    if (filter.key) {
      query.where({ key: filter.key });
    }
    const rows: Row[] = await query;
    return rows.map(
      (row): StoredDecision => ({
        key: row.key,
        decision: row.decision,
        theirs: row.theirs,
        ours: row.ours,
        by: row.user_ref,
        at: toDate(row.decided_at)!,
      }),
    );
  }

  async saveDecision({ by, at, ...decision }: StoredDecision): Promise<void> {
    await this.#database(DECISIONS)
      .insert({ ...decision, user_ref: by, decided_at: at })
      .onConflict('key')
      .merge();
  }

  async removeDecisions(decisions: DecidedSides[]): Promise<void> {
    for (const { key, theirs, ours } of decisions) {
      await this.#database(DECISIONS).where({ key, theirs, ours }).delete();
    }
  }

  async listPauses(): Promise<Map<string, ProvisioningPause>> {
    const rows: Row[] = await this.#database(PAUSES).select();
    return new Map(
      rows.map(row => [
        row.scope,
        {
          by: row.user_ref,
          at: toIso(row.paused_at)!,
          ...(row.reason === null ? {} : { reason: row.reason }),
        },
      ]),
    );
  }

  async savePause(scope: PauseScope, pause: ProvisioningPause): Promise<void> {
    await this.#database(PAUSES)
      .insert({
        scope: nameOf(scope),
        user_ref: pause.by,
        paused_at: new Date(pause.at),
        reason: pause.reason ?? null,
      })
      .onConflict('scope')
      .merge();
  }

  async removePause(scope: PauseScope): Promise<void> {
    await this.#database(PAUSES)
      .where({ scope: nameOf(scope) })
      .delete();
  }

  async brakeAnswer(): Promise<StoredBrakeAnswer | undefined> {
    const row: Row | undefined = await this.#database(ANSWERS)
      .where({ id: LAST })
      .first();
    return (
      row && {
        digest: row.digest,
        answer: row.answer,
        by: row.user_ref,
        at: toDate(row.answered_at)!,
      }
    );
  }

  async saveBrakeAnswer({ by, at, ...answer }: StoredBrakeAnswer) {
    await this.#database(ANSWERS)
      .insert({ id: LAST, ...answer, user_ref: by, answered_at: at })
      .onConflict('id')
      .merge();
  }
}
