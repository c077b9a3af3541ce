import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import {
  ProvisioningPause,
  ProvisioningRun,
  ProvisioningStep,
} from '@sightline/backstage-plugin-monitoring-common';
import { Knex } from 'knex';
import { AnswerTables } from './AnswerTables';
import { FingerprintKeyTable } from './FingerprintKeyTable';
import { LockTable } from './LockTable';
import { ObjectTable } from './ObjectTable';
import { PartTable } from './PartTable';
import {
  DecidedSides,
  PauseScope,
  ProvisioningStore,
  RunStore,
  StoredBrakeAnswer,
  StoredDecision,
  StoredObject,
  StoredPart,
  StoredPartContent,
} from './ProvisioningStore';
import { ReconciledTable } from './ReconciledTable';
import { RunTable } from './RunTable';
import { StepTable } from './StepTable';

/** {@link ProvisioningStore} in the plugin's own database. */
export class DatabaseProvisioningStore implements ProvisioningStore {
  readonly #objects: ObjectTable;
  readonly #steps: StepTable;
  readonly #runs: RunTable;
  readonly #reconciled: ReconciledTable;
  readonly #answers: AnswerTables;
  readonly #parts: PartTable;
  readonly #locks: LockTable;
  readonly #keys: FingerprintKeyTable;

  static async create(options: {
    database: DatabaseService;
    now?: () => Date;
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
    return new DatabaseProvisioningStore(
      client,
      options.now ?? (() => new Date()),
    );
  }

  private constructor(database: Knex, now: () => Date) {
    this.#objects = new ObjectTable(database);
    this.#steps = new StepTable(database);
    this.#runs = new RunTable(database, { steps: this.#steps, now });
    this.#reconciled = new ReconciledTable(database);
    this.#answers = new AnswerTables(database);
    this.#parts = new PartTable(database);
    this.#locks = new LockTable(database, async runId =>
      (await this.listRunning()).some(({ id }) => id === runId),
    );
    this.#keys = new FingerprintKeyTable(database);
  }

  listObjects(filter?: { entityRef?: string }) {
    return this.#objects.listObjects(filter);
  }

  countObjects() {
    return this.#objects.countObjects();
  }

  saveObjects(objects: StoredObject[]) {
    return this.#objects.saveObjects(objects);
  }

  removeObjects(keys: string[]) {
    return this.#objects.removeObjects(keys);
  }

  saveRun(run: ProvisioningRun) {
    return this.#runs.saveRun(run);
  }

  saveSteps(runId: string, steps: ProvisioningStep[]) {
    return this.#steps.saveSteps(runId, steps);
  }

  findRun(id: string) {
    return this.#runs.findRun(id);
  }

  listRuns(query: Parameters<RunStore['listRuns']>[0]) {
    return this.#runs.listRuns(query);
  }

  listSteps(runId: string, query: Parameters<RunStore['listSteps']>[1]) {
    return this.#steps.listSteps(runId, query);
  }

  lastRun(filter?: { planned?: boolean }) {
    return this.#runs.lastRun(filter);
  }

  listRunning() {
    return this.#runs.listRunning();
  }

  endLostRuns() {
    return this.#runs.endLostRuns();
  }

  requestRun(run: ProvisioningRun) {
    return this.#runs.requestRun(run);
  }

  claimRun() {
    return this.#runs.claimRun();
  }

  withdrawRun(id: string) {
    return this.#runs.withdrawRun(id);
  }

  requestStop(runId: string, by: string) {
    return this.#runs.requestStop(runId, by);
  }

  stopRequestedBy(runId: string) {
    return this.#runs.stopRequestedBy(runId);
  }

  saveReconciled(entityRefs: string[], at: Date, options?: { all?: boolean }) {
    return this.#reconciled.saveReconciled(entityRefs, at, options);
  }

  lastReconciledAt(entityRef: string) {
    return this.#reconciled.lastReconciledAt(entityRef);
  }

  listParts(filter?: { entityRefs?: string[] }) {
    return this.#parts.listParts(filter);
  }

  readParts(target: string, keys: string[]) {
    return this.#parts.readParts(target, keys);
  }

  countParts() {
    return this.#parts.countParts();
  }

  saveParts(parts: StoredPartContent[]) {
    return this.#parts.saveParts(parts);
  }

  removeParts(parts: Pick<StoredPart, 'target' | 'key'>[]) {
    return this.#parts.removeParts(parts);
  }

  lock(name: string, runId: string) {
    return this.#locks.lock(name, runId);
  }

  unlock(name: string, runId: string) {
    return this.#locks.unlock(name, runId);
  }

  listDecisions(filter?: { key?: string }) {
    return this.#answers.listDecisions(filter);
  }

  saveDecision(decision: StoredDecision) {
    return this.#answers.saveDecision(decision);
  }

  removeDecisions(decisions: DecidedSides[]) {
    return this.#answers.removeDecisions(decisions);
  }

  listPauses() {
    return this.#answers.listPauses();
  }

  savePause(scope: PauseScope, pause: ProvisioningPause) {
    return this.#answers.savePause(scope, pause);
  }

  removePause(scope: PauseScope) {
    return this.#answers.removePause(scope);
  }

  brakeAnswer() {
    return this.#answers.brakeAnswer();
  }

  saveBrakeAnswer(answer: StoredBrakeAnswer) {
    return this.#answers.saveBrakeAnswer(answer);
  }

  /** See {@link FingerprintKeyTable}; when the database is lost there is another one, and what carries a hash is written once more. */
  fingerprintKey() {
    return this.#keys.key();
  }
}
