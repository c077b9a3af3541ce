import {
  budgetRemaining,
  elapsedShare,
  errorBudgetRatio,
  errorRatio,
  identityRef,
  Slo,
  sliSeriesId,
  SloTrendsResponse,
  sloTrendQuery,
  sloWindowBounds,
  sloWindowKey,
} from '@sightline/backstage-plugin-monitoring-common';
import limit from 'p-limit';
import { PrometheusClient, PrometheusSeries } from '../../sources';
import { readRawTrend, TREND_POINTS } from './readRawTrend';
import { sloKey } from './sloKey';

type Trend = SloTrendsResponse['items'][number];

/** An SLO and the Prometheus that measures it. */
export interface MeasuredSlo {
  slo: Slo;
  /** Its id; absent where there is none. */
  prometheus?: string;
}

/** Points of the longest window, so that shorter ones of the same query have some too. */
const QUERIED_POINTS = 120;

/** Windows are not recorded more often. In seconds. */
const FINEST_STEP = 300;

/** How long a trend is good, in milliseconds. */
const TIME_TO_LIVE = 10 * 60_000;

/** Trends read from raw series at the same time. */
const RAW_CONCURRENCY = 4;

/** Trends read from raw series for one request; the others come with the next one. */
const MOST_RAW = 50;

/** A trend that knows less of its points is looked for in the raw series. */
const ENOUGH_KNOWN = 0.9;

/** Trends kept at once. */
const MOST_KEPT = 20_000;

interface Grid {
  start: number;
  end: number;
  step: number;
}

/** A trend as it was read just now. */
interface ReadTrend {
  /** Of its SLO. */
  key: string;
  trend: Trend;
  /** There was no room for its raw series: it is read again with the next request. */
  isPostponed: boolean;
}

/** Values of recorded windows, by name and labels, then by Unix seconds. */
type RecordedWindows = Map<string, Map<number, number>>;

/** Share of a trend's points that are known. */
function knownShare(trend: Trend): number {
  const points = trend.budgetRemaining;
  const known = points.filter(left => left !== null);
  return known.length / Math.max(1, points.length);
}

/**
 * Budget left of SLOs over their windows: from what the rules recorded, or from the raw series of
 * some SLOs whose windows are not recorded yet. Kept for some minutes.
 */
export class SloTrends {
  readonly #clients: ReadonlyMap<string, PrometheusClient>;
  readonly #now: () => Date;
  /** In the order in which they were read, the oldest first. */
  readonly #kept = new Map<string, { trend: Trend; until: number }>();

  static create(options: {
    clients: PrometheusClient[];
    now: () => Date;
  }): SloTrends {
    return new SloTrends(options);
  }

  private constructor(options: {
    clients: PrometheusClient[];
    now: () => Date;
  }) {
    this.#clients = new Map(options.clients.map(one => [one.id, one]));
    this.#now = options.now;
  }

  /**
   * One range query per Prometheus, however many SLOs, and one for each of a few whose windows are
   * not recorded.
   *
   * @throws `ServiceUnavailableError` when a Prometheus does not answer
   */
  async read(slos: MeasuredSlo[]): Promise<Trend[]> {
    const now = this.#now().getTime();
    const missing = new Map<string, Slo[]>();
    for (const { slo, prometheus } of slos) {
      const kept = this.#kept.get(sloKey(slo));
      if (prometheus !== undefined && !(kept && kept.until > now)) {
        missing.set(prometheus, [...(missing.get(prometheus) ?? []), slo]);
      }
    }
    const read = await Promise.all(
      [...missing].map(([prometheus, some]) => this.#query(prometheus, some)),
    );
    const fresh = new Map<string, Trend>();
    for (const { key, trend, isPostponed } of read.flat()) {
      fresh.set(key, trend);
      if (!isPostponed) {
        this.#keep(key, trend, now);
      }
    }
    return slos.flatMap(({ slo }) => {
      const key = sloKey(slo);
      return fresh.get(key) ?? this.#kept.get(key)?.trend ?? [];
    });
  }

  #keep(key: string, trend: Trend, now: number): void {
    this.#kept.delete(key);
    this.#kept.set(key, { trend, until: now + TIME_TO_LIVE });
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST_KEPT) {
        break;
      }
      this.#kept.delete(oldest);
    }
  }

  async #query(prometheus: string, slos: Slo[]): Promise<ReadTrend[]> {
    const client = this.#clients.get(prometheus);
    if (!client) {
      return [];
    }
    const grid = gridOf(slos, Math.floor(this.#now().getTime() / 1_000));
    const { series } = await client.queryRange({
      query: sloTrendQuery(slos),
      ...grid,
    });
    const recorded = collect(series);
    const trends = new Map(
      slos.map(slo => [sloKey(slo), trendOf(slo, grid, recorded)]),
    );
    const gate = limit(RAW_CONCURRENCY);
    const partial = slos.filter(
      slo => knownShare(trends.get(sloKey(slo))!) < ENOUGH_KNOWN,
    );
    await Promise.all(
      partial.slice(0, MOST_RAW).map(slo =>
        gate(async () => {
          const raw = await fromRaw(client, slo, grid.end);
          if (raw && knownShare(raw) > knownShare(trends.get(sloKey(slo))!)) {
            trends.set(sloKey(slo), raw);
          }
        }),
      ),
    );
    const postponed = new Set(partial.slice(MOST_RAW).map(sloKey));
    return [...trends].map(([key, trend]) => ({
      key,
      trend,
      isPostponed: postponed.has(key),
    }));
  }
}

/** A query that is too dear, or refused, gives none: a trend is worth no error. */
async function fromRaw(
  client: PrometheusClient,
  slo: Slo,
  end: number,
): Promise<Trend | undefined> {
  return readRawTrend(client, slo, end).catch(() => undefined);
}

function gridOf(slos: Slo[], now: number): Grid {
  const end = Math.floor(now / FINEST_STEP) * FINEST_STEP;
  const longest = Math.max(
    ...slos.map(({ window }) => end - sloWindowBounds(window, end).start),
  );
  const wanted = longest / QUERIED_POINTS;
  const step = Math.max(1, Math.ceil(wanted / FINEST_STEP)) * FINEST_STEP;
  return { start: end - Math.ceil(longest / step) * step, end, step };
}

function keyOf(name: string, labels: Record<string, string>): string {
  return JSON.stringify([name, labels.entity, labels.sli, labels.window]);
}

function collect(series: PrometheusSeries[]): RecordedWindows {
  return new Map(
    series.map(({ labels, times, values }) => [
      keyOf(labels.__name__ ?? '', labels),
      new Map(times.map((time, index) => [time, values[index]])),
    ]),
  );
}

/** The last points of an SLO's own window. */
function trendOf(slo: Slo, grid: Grid, recorded: RecordedWindows): Trend {
  const labels = {
    entity: identityRef(slo),
    sli: sliSeriesId(slo),
    window: sloWindowKey(slo.window),
  };
  const bad = recorded.get(keyOf('sightline:sli_bad:window', labels));
  const total = recorded.get(keyOf('sightline:sli_total:window', labels));
  const budget = Number(errorBudgetRatio(slo.objective));
  const { start } = sloWindowBounds(slo.window, grid.end);
  const steps = Math.max(1, Math.floor((grid.end - start) / grid.step));
  const stride = Math.ceil(steps / TREND_POINTS) * grid.step;
  const points: (number | null)[] = [];
  for (let time = grid.end; time >= start; time -= stride) {
    const ratio = errorRatio({ bad: bad?.get(time), total: total?.get(time) });
    points.push(
      ratio === undefined
        ? null
        : budgetRemaining(ratio, budget, elapsedShare(slo.window, time)) ??
            null,
    );
  }
  const { entityRef, id } = slo;
  return { entityRef, id, budgetRemaining: points.reverse() };
}
