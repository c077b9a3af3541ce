import { NotFoundError } from '@backstage/errors';
import {
  budgetRemaining,
  burnRate,
  enforceMatchers,
  errorBudgetRatio,
  errorRatio,
  SloHistory,
  SloHistoryExpressions,
  sloHistoryQueries,
  sloWindowSeconds,
} from '@sightline/backstage-plugin-monitoring-common';
import { MonitoredEntity } from '../../catalog';
import { instanceFor, PrometheusInstance } from '../PrometheusInstance';
import { QueryRange } from '../range';
import { scopeMatchers } from '../../catalog';
import { QueryClient } from '../sharing';
import { historyRange } from './historyRange';
import { SloHistoryQuery, SloHistoryService } from './SloHistoryService';

/** From this share of the window on, the recorded series tell the whole truth. */
const ENOUGH_RECORDED = 0.99;

/** Values of the four queries, one per step; `undefined` where there is none. */
type Counts = Record<keyof SloHistoryExpressions, (number | undefined)[]>;

/** {@link SloHistoryService} on Prometheus: recorded series when they reach back far enough. */
export class DefaultSloHistoryService implements SloHistoryService {
  readonly #prometheus: PrometheusInstance[];
  readonly #now: () => number;

  static create(options: {
    prometheus: PrometheusInstance[];
    /** Unix milliseconds. */
    now: () => number;
  }): DefaultSloHistoryService {
    return new DefaultSloHistoryService(options);
  }

  private constructor(options: {
    prometheus: PrometheusInstance[];
    now: () => number;
  }) {
    this.#prometheus = options.prometheus;
    this.#now = options.now;
  }

  async history(
    { entity, monitoring, environments }: MonitoredEntity,
    sloId: string,
    query: SloHistoryQuery,
    options: { signal?: AbortSignal } = {},
  ): Promise<SloHistory> {
    const { entityRef } = monitoring.spec;
    const found = environments
      .flatMap(({ spec, slos }) => slos.map(slo => ({ spec, slo })))
      .find(({ slo }) => slo.id === sloId);
    if (!found) {
      throw new NotFoundError(`'${entityRef}' has no SLO '${sloId}'`);
    }
    const { slo } = found;
    const { config, client } = instanceFor(found.spec, this.#prometheus);
    const range = historyRange(query, {
      windowSeconds: sloWindowSeconds(slo.window),
      now: this.#now(),
    });
    const queries = sloHistoryQueries(slo, { step: range.step });
    const scope = scopeMatchers(config, entity);
    // What our own rules recorded carries the entity's ref, not the labels of the scope.
    const expressions = (await isRecorded(
      client,
      queries.recordedShare,
      range.start,
      options,
    ))
      ? queries.recorded
      : mapValues(queries.raw, text => enforceMatchers(text, scope));
    const counts = await readCounts(client, expressions, range, options);
    return {
      id: slo.id,
      entityRef,
      ...historyOf(counts, range, Number(errorBudgetRatio(slo.objective))),
    };
  }
}

async function isRecorded(
  client: QueryClient,
  recordedShare: string,
  time: number,
  options: { signal?: AbortSignal },
): Promise<boolean> {
  const { samples } = await client.query(
    { query: recordedShare, time },
    options,
  );
  return samples.some(({ value }) => value >= ENOUGH_RECORDED);
}

async function readCounts(
  client: QueryClient,
  expressions: SloHistoryExpressions,
  range: QueryRange,
  options: { signal?: AbortSignal },
): Promise<Counts> {
  const length = Math.round((range.end - range.start) / range.step) + 1;
  const read = async (query: string) => {
    const { series } = await client.queryRange({ query, ...range }, options);
    const values: (number | undefined)[] = Array(length).fill(undefined);
    const [first] = series;
    first?.times.forEach((time, index) => {
      values[Math.round((time - range.start) / range.step)] =
        first.values[index];
    });
    return values;
  };
  const [windowBad, windowTotal, hourBad, hourTotal] = await Promise.all([
    read(expressions.windowBad),
    read(expressions.windowTotal),
    read(expressions.hourBad),
    read(expressions.hourTotal),
  ]);
  return { windowBad, windowTotal, hourBad, hourTotal };
}

function historyOf(
  counts: Counts,
  { start, step }: QueryRange,
  budget: number,
): Pick<SloHistory, 'times' | 'budgetRemaining' | 'burnRate' | 'sli'> {
  const window = counts.windowTotal.map((total, index) =>
    errorRatio({ bad: counts.windowBad[index], total }),
  );
  const hour = counts.hourTotal.map((total, index) =>
    errorRatio({ bad: counts.hourBad[index], total }),
  );
  return {
    times: hour.map((_, index) => start + index * step),
    budgetRemaining: orNull(window, ratio => budgetRemaining(ratio, budget)),
    burnRate: orNull(hour, ratio => burnRate(ratio, budget)),
    sli: orNull(hour, ratio => 1 - ratio),
  };
}

function orNull(
  ratios: (number | undefined)[],
  figure: (ratio: number) => number,
): (number | null)[] {
  return ratios.map(ratio =>
    ratio !== undefined && Number.isFinite(ratio) ? figure(ratio) : null,
  );
}

function mapValues<K extends string>(
  record: Record<K, string>,
  map: (text: string) => string,
): Record<K, string> {
  return Object.fromEntries(
    Object.entries<string>(record).map(([key, text]) => [key, map(text)]),
  ) as Record<K, string>;
}
