import { NotFoundError } from '@backstage/errors';
import {
  ProvisioningOverviewResponse,
  ProvisioningRun,
  ProvisioningRunListQuery,
  ProvisioningRunListResponse,
  PruneBrake,
} from '@sightline/backstage-plugin-monitoring-common';
import { ProvisioningTarget } from '@sightline/backstage-plugin-monitoring-node';
import { ProvisioningConfig } from '../../config';
import { decodeCursor, encodeCursor } from '../../paging';
import { answerTo } from '../plan';
import { ProvisioningStore } from '../store';
import { TargetBackoff } from '../TargetBackoff';
import { nextRunAt } from './nextRunAt';

const DEFAULT_RUNS = 20;

/** What a {@link RunReader} needs. */
export interface RunReaderOptions {
  config: ProvisioningConfig;
  targets: ProvisioningTarget[];
  backoff: TargetBackoff;
  store: ProvisioningStore;
  now: () => Date;
}

/** Tells how provisioning stands, from the records of all replicas. */
export class RunReader {
  readonly #options: RunReaderOptions;

  static create(options: RunReaderOptions): RunReader {
    return new RunReader(options);
  }

  private constructor(options: RunReaderOptions) {
    this.#options = options;
  }

  async overview(): Promise<Omit<ProvisioningOverviewResponse, 'mayManage'>> {
    const { config, store } = this.#options;
    const [pauses, running, lastRun, brake, next, targets] = await Promise.all([
      store.listPauses(),
      store.listRunning(),
      store.lastRun(),
      this.brake(),
      this.nextRunAt(),
      this.#targets(),
    ]);
    return {
      mode: config.mode,
      onDrift: config.onDrift,
      paused: pauses.get('all'),
      running: running.find(({ entityRef }) => !entityRef) ?? running[0],
      lastRun,
      nextRunAt: next,
      brake,
      targets,
    };
  }

  /** @throws `InputError` for a cursor that is not ours */
  async listRuns({
    eventful,
    limit = DEFAULT_RUNS,
    cursor,
  }: ProvisioningRunListQuery): Promise<ProvisioningRunListResponse> {
    const offset = decodeCursor(cursor);
    const { items, totalItems } = await this.#options.store.listRuns({
      eventful,
      limit,
      offset,
    });
    const next = offset + limit;
    return {
      items: await this.#asOfNow(items),
      totalItems,
      ...(next < totalItems ? { nextCursor: encodeCursor(next) } : {}),
    };
  }

  /** @throws `NotFoundError` */
  async run(id: string): Promise<ProvisioningRun> {
    const run = await this.#options.store.findRun(id);
    if (!run) {
      throw new NotFoundError(
        `No run '${id}'; only the last ones are remembered`,
      );
    }
    const [now] = await this.#asOfNow([run]);
    return now;
  }

  /** What waits for a person by the last run over all that came to a plan, with what a person said since. */
  async brake(): Promise<PruneBrake | undefined> {
    const { store } = this.#options;
    const [lastRun, said] = await Promise.all([
      store.lastRun({ planned: true }),
      store.brakeAnswer(),
    ]);
    const brake = lastRun?.brake;
    return brake && { ...brake, ...answerTo(brake.digest, said) };
  }

  /** Runs whose question is answered say how; one that is asked no longer is left out. */
  async #asOfNow(runs: ProvisioningRun[]): Promise<ProvisioningRun[]> {
    if (!runs.some(({ brake }) => brake)) {
      return runs;
    }
    const [asked, said] = await Promise.all([
      this.brake(),
      this.#options.store.brakeAnswer(),
    ]);
    return runs.map(run => {
      const { brake, ...rest } = run;
      if (!brake || run.status === 'running') {
        return run;
      }
      const answered = { ...brake, ...answerTo(brake.digest, said) };
      return answered.answer || brake.digest === asked?.digest
        ? { ...run, brake: answered }
        : rest;
    });
  }

  /** ISO 8601; `undefined` when it is not known. */
  async nextRunAt(): Promise<string | undefined> {
    const { config, now, store } = this.#options;
    const lastRun = await store.lastRun();
    return nextRunAt(config.schedule.frequency, lastRun?.startedAt, now());
  }

  async #targets(): Promise<ProvisioningOverviewResponse['targets']> {
    const { backoff, store, targets } = this.#options;
    const counts = await store.countObjects();
    return targets.map(({ id, title }) => ({
      id,
      title,
      ...backoff.status(id),
      objects: counts.get(id) ?? 0,
    }));
  }
}
