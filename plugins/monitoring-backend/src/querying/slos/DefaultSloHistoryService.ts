import {
  BurnRateTier,
  buildSloHistory,
  burnRatePairs,
  enforceMatchers,
  Slo,
  SloAlertSteps,
  SloHistory,
  SloHistoryInput,
  sloHistoryQueries,
  sloWindowSeconds,
} from '@sightline/backstage-plugin-monitoring-common';
import { MonitoredEntity, scopeMatchers } from '../../catalog';
import { countsOf, PrometheusSeries } from '../../sources';
import { callAs } from '../callAs';
import { freshAnswer } from '../freshAnswer';
import { instanceFor, PrometheusInstance } from '../PrometheusInstance';
import { QueryClient } from '../QueryClient';
import { findSlo } from './findSlo';
import { HistoryRange, historyRange } from './historyRange';
import { SloHistoryQuery, SloHistoryService } from './SloHistoryService';

/** From this share of the window on, the recorded series tell the whole truth. */
const ENOUGH_RECORDED = 0.99;

const DAY = 86_400;

/**
 * Up to this range raw series are read as finely as recorded ones; beyond, in longer steps, which
 * still tell when an incident began. In seconds.
 */
const FINE_RAW_RANGE = 2 * DAY;
const LONG_RAW_STEP = 600;

/** Calendar windows are at most so much longer than their nominal length: a quarter of 92 days, summer time. */
const LONGEST_WINDOW = 1.06;

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
    monitored: MonitoredEntity,
    sloId: string,
    query: SloHistoryQuery,
    options: { signal?: AbortSignal; caller?: string } = {},
  ): Promise<SloHistory> {
    const { slo, monitoring } = findSlo(monitored, sloId);
    const { config, client } = callAs(
      instanceFor(monitoring.spec, this.#prometheus),
      options.caller,
    );
    const recorded = await this.#recorded(slo, query, client, options);
    if (recorded.coverage >= ENOUGH_RECORDED) {
      return recorded;
    }
    // What our own rules recorded carries the entity's ref, not the labels of the scope.
    const scope = scopeMatchers(config, monitored.entity);
    const range = this.#range(slo, query, { raw: true });
    const { raw } = sloHistoryQueries(slo, range);
    const measured = await read(
      client,
      slo,
      { query: enforceMatchers(raw, scope), range, source: 'raw' },
      options,
    );
    return measured.coverage > recorded.coverage ? measured : recorded;
  }

  async #recorded(
    slo: Slo,
    query: SloHistoryQuery,
    client: QueryClient,
    options: { signal?: AbortSignal },
  ): Promise<SloHistory> {
    const range = this.#range(slo, query, { raw: false });
    return read(
      client,
      slo,
      {
        query: sloHistoryQueries(slo, range).recorded,
        range,
        source: 'recorded',
      },
      options,
    );
  }

  #range(
    slo: Slo,
    query: SloHistoryQuery,
    { raw }: { raw: boolean },
  ): HistoryRange {
    const isCalendar = slo.window.type === 'calendar';
    const windowSeconds = sloWindowSeconds(slo.window);
    const longestPair = Math.max(
      ...burnRatePairs(slo).map(({ longWindow }) => longWindow),
    );
    const lead = Math.max(
      isCalendar ? windowSeconds * LONGEST_WINDOW : windowSeconds,
      longestPair,
    );
    const now = this.#now();
    const { from = -Infinity, to = now } = query;
    const isFine = (to - from) / 1_000 <= FINE_RAW_RANGE;
    const finestStep = Math.max(
      raw && !isFine ? LONG_RAW_STEP : 300,
      slo.timeSlice?.seconds ?? 0,
    );
    return historyRange(query, {
      windowSeconds,
      lead,
      now,
      isCalendar,
      finestStep,
    });
  }
}

async function read(
  client: QueryClient,
  slo: Slo,
  what: {
    query: string;
    range: HistoryRange;
    source: SloHistoryInput['source'];
  },
  options: { signal?: AbortSignal },
): Promise<SloHistory> {
  const { start, end, step } = what.range;
  // Budgets and incidents without the last minutes would be wrong, not old.
  const { series } = freshAnswer(
    await client.queryRange({ query: what.query, start, end, step }, options),
  );
  return buildSloHistory({
    ...what.range,
    slo,
    source: what.source,
    counts: countsOf(series, what.range),
    alerts: alertsOf(series),
  });
}

function alertsOf(series: PrometheusSeries[]): SloAlertSteps[] {
  return series
    .filter(({ labels }) => labels.part === 'alert')
    .map(({ labels, times }) => ({
      tier: labels.tier as BurnRateTier,
      severity: labels.severity === 'critical' ? 'page' : 'ticket',
      times,
    }));
}
