import { readPointwise } from '@sightline/backstage-plugin-monitoring-common';
import { TestPrometheus } from '@sightline/backstage-plugin-monitoring-node/testUtils';
import { PrometheusConfig } from '../../config';
import {
  DefaultPrometheusClient,
  PrometheusClient,
  PrometheusRangeQuery,
} from '../../sources';
import { QueryClient, QueryRangeResult } from '../QueryClient';
import { corpusData, metricsOf } from './__testUtils__/corpusData';
import {
  dashboardExpressions,
  SPECIAL_EXPRESSIONS,
} from './__testUtils__/corpusExpressions';
import { SeededRandom } from './__testUtils__/SeededRandom';
import { createRangeCaching } from './createRangeCaching';
import { samplesOf } from './samplesOf';

jest.setTimeout(3_600_000);

/** More for a long run: `EQUALITY_ROUNDS=2000`; another world: `EQUALITY_SEED=7`. */
const ROUNDS = Number(process.env.EQUALITY_ROUNDS ?? 120);
const SEED = Number(process.env.EQUALITY_SEED ?? 1);
const EXPRESSIONS = Number(process.env.EQUALITY_EXPRESSIONS ?? 80);

const HOUR = 3_600;
/** Unix seconds; Prometheus has to be past it all, or nothing may be kept. */
const START = Math.floor(Date.now() / 1_000 / HOUR) * HOUR - 48 * HOUR;
const END = START + 6 * HOUR;
const STEPS = [7, 15, 30, 60, 120, 300, 0.5];

const random = new SeededRandom(SEED);
let prometheus: TestPrometheus;
let expressions: string[];
let compared = 0;
let unstable = 0;

beforeAll(async () => {
  const dashboards = dashboardExpressions();
  const chosen = Array.from({ length: EXPRESSIONS }, () =>
    random.pick(dashboards),
  );
  const wanted = [...new Set([...SPECIAL_EXPRESSIONS, ...chosen])];
  prometheus = await TestPrometheus.start({
    openMetrics: corpusData(
      metricsOf(wanted),
      { start: START, end: END },
      random,
    ),
    patience: 60,
  });
  const answers = await Promise.all(
    wanted.map(query => direct({ query, start: START, end: END, step: 300 })),
  );
  expressions = wanted.filter((_, index) => answers[index]);
});
afterAll(() => prometheus?.stop());

/** One time → text per series, as the API says it. */
type Direct = { metric: Record<string, string>; values: [number, string][] }[];

/** What Prometheus answers itself; `undefined` when it refuses. */
async function direct(
  query: PrometheusRangeQuery,
): Promise<Direct | undefined> {
  const answer = await fetch(`${prometheus.url}/api/v1/query_range`, {
    method: 'POST',
    body: new URLSearchParams({
      query: query.query,
      start: String(query.start),
      end: String(query.end),
      step: String(query.step),
    }),
  });
  const body = await answer.json();
  return answer.ok ? body.data.result : undefined;
}

/** `+Inf` is no number to JavaScript. */
function numberOf(text: string): number {
  return Number(text.replace('Inf', 'Infinity'));
}

/**
 * Where an answer is not what Prometheus says.
 *
 * @param near - relative; 0: values have to be the same to the last bit
 */
function faultsOf(
  { series }: Pick<QueryRangeResult, 'series'>,
  truth: Direct,
  near: number = 0,
): unknown[] {
  const isSame = (value: number, text: string) =>
    Object.is(value, numberOf(text)) ||
    Math.abs(value - numberOf(text)) <= near * Math.abs(value);
  const different = series.flatMap(({ labels, times, values }, index) => {
    const { metric, values: points } = truth[index] ?? { values: [] };
    const isRight =
      JSON.stringify(labels) === JSON.stringify(metric) &&
      times.length === points.length &&
      points.every(
        ([time, text], at) => times[at] === time && isSame(values[at], text),
      );
    return isRight ? [] : [{ labels, metric, times, values, points }];
  });
  return [...different, ...truth.slice(series.length)];
}

/**
 * Prometheus 2.42 adds up inner results in a random order, so that it answers `avg(rate(a[5m]) * 10)`
 * with other last digits each time. Only then the last digits of ours may be others.
 */
async function isUnstable(query: PrometheusRangeQuery): Promise<boolean> {
  const answers = new Set<string>();
  for (let attempt = 0; attempt < 20 && answers.size < 2; attempt += 1) {
    answers.add(JSON.stringify(await direct(query)));
  }
  return answers.size > 1;
}

async function expectSame(
  query: PrometheusRangeQuery,
  answer: QueryRangeResult | undefined,
  truth: Direct | undefined,
): Promise<void> {
  compared += 1;
  const given = answer ?? { series: [] };
  let faults = faultsOf(given, truth ?? []);
  if (faults.length > 0 && (await isUnstable(query))) {
    unstable += 1;
    faults = faultsOf(given, truth ?? [], 1e-12);
  }
  const asked = { seed: SEED, query, cache: answer?.cache };
  expect({ ...asked, isRefused: !answer, faults }).toEqual({
    ...asked,
    isRefused: !truth,
    faults: [],
  });
}

/** A client as the backend has it, its clock, and what it asked of Prometheus. */
function cached(): {
  client: QueryClient;
  clock: { now: number };
  asked: { queries: number; samples: number };
} {
  const config: PrometheusConfig = {
    id: 'default',
    url: prometheus.url,
    scope: [],
    auth: { method: 'none' },
    limits: {
      timeout: 60_000,
      maxSeries: 2_000,
      maxConcurrent: 10,
      maxResponseBytes: 50_000_000,
    },
    cache: { freshness: 60_000, maxAge: HOUR * 1_000 },
  };
  const clock = { now: END * 1_000 };
  const asked = { queries: 0, samples: 0 };
  const source = DefaultPrometheusClient.fromConfig(config);
  const counting = {
    id: source.id,
    // Before the clocks of the test.
    runtimeInfo: async () => ({ startTime: '2020-01-01T00:00:00Z' }),
    queryRange: async (...call: Parameters<typeof source.queryRange>) => {
      const answer = await source.queryRange(...call);
      asked.queries += 1;
      asked.samples += samplesOf(answer.series);
      return answer;
    },
  } as PrometheusClient;
  const withRanges = createRangeCaching({
    config: { maxBytes: 64 * 1024 * 1024 },
    logger: undefined!,
    now: () => clock.now,
  });
  return { client: withRanges(counting, config), clock, asked };
}

/** A range of a random length that ends by `end`, on a phase of its own or on the step. */
function randomRange(query: string, step: number, end: number) {
  const points = random.between(1, step < 1 ? 400 : 300);
  const length = Math.min(points * step, end - START);
  const last = random.pick([end, random.between(START + length, end)]);
  const phase = random.pick([0, 0, random.between(0, 59)]);
  const start =
    Math.floor((last - length) / step) * step + (phase % Math.ceil(step));
  return { query, start, end: Math.max(start, last), step, limit: 2_001 };
}

describe('the range cache beside Prometheus itself', () => {
  it('answers the same cold, warm, extended and cut, whatever is asked', async () => {
    const { client, clock } = cached();
    const states: Record<string, number> = {};
    const special = SPECIAL_EXPRESSIONS.filter(one =>
      expressions.includes(one),
    );
    const check = async (query: PrometheusRangeQuery) => {
      const truth = await direct(query);
      const answer = await client.queryRange(query).catch(() => undefined);
      await expectSame(query, answer, truth);
      const state = answer?.cache?.state ?? 'refused';
      states[state] = (states[state] ?? 0) + 1;
    };
    for (let round = 0; round < ROUNDS; round += 1) {
      // Each special one comes up, in every run.
      const query =
        round % 2 === 0 && round / 2 < special.length
          ? special[round / 2]
          : random.pick(expressions);
      const step = random.pick(STEPS);
      const now = random.between(START + HOUR, END - HOUR);
      clock.now = now * 1_000;
      const cold = randomRange(query, step, now);
      await check(cold);
      await check(cold);
      // An open dashboard: both ends move on.
      for (let refresh = 1; refresh <= 3; refresh += 1) {
        const moved = refresh * random.between(1, 4) * step;
        clock.now = (now + moved) * 1_000;
        await check({
          ...cold,
          start: cold.start + moved,
          end: cold.end + moved,
        });
      }
      // Somebody looks closer, back, and at all of it.
      const steps = Math.floor((cold.end - cold.start) / step);
      const inside = random.between(0, steps) * step;
      await check({ ...cold, start: cold.start + inside });
      await check({
        ...cold,
        start: cold.start - 20 * step,
        end: cold.start + inside,
      });
      await check({ ...cold, start: cold.start - 30 * step });
      await check(randomRange(query, step, now));
    }
    process.stdout.write(
      `equality: seed ${SEED}, data from ${START}, ${
        expressions.length
      } expressions, ${compared} answers compared, 0 different (${unstable} to which Prometheus itself gives other last digits each time): ${JSON.stringify(
        states,
      )}\n`,
    );
    expect(states.hit).toBeGreaterThan(ROUNDS / 2);
    expect(states.partial).toBeGreaterThan(ROUNDS);
  });

  it('answers the same to 50 who ask at once, and asks once for each part', async () => {
    const { client, clock, asked } = cached();
    for (let round = 0; round < Math.max(6, ROUNDS / 20); round += 1) {
      const query = random.pick(expressions.filter(one => readPointwise(one)));
      const now =
        Math.floor(random.between(START + HOUR, END - HOUR) / 60) * 60;
      clock.now = now * 1_000;
      const ranges = [0, 1, 2].map(index => ({
        query,
        start: now - 1_800 - index * 60,
        end: now - index * 120,
        step: 60,
        limit: 2_001,
      }));
      await client.queryRange(ranges[0]);
      const before = asked.queries;
      const truths = await Promise.all(ranges.map(direct));
      clock.now += 60_000;
      const answers = await Promise.all(
        Array.from({ length: 50 }, (_, index) =>
          client.queryRange(ranges[index % 3]),
        ),
      );
      for (const [index, answer] of answers.entries()) {
        await expectSame(ranges[index % 3], answer, truths[index % 3]);
      }
      expect(asked.queries - before).toBeLessThanOrEqual(3);
    }
  });

  it('asks for at most 5 % of the samples when an open dashboard is refreshed', async () => {
    const { client, clock, asked } = cached();
    const shown = expressions.filter(one => readPointwise(one)).slice(0, 40);
    const now = END - HOUR;
    const refresh = async (minute: number) => {
      clock.now = (now + minute * 60) * 1_000;
      const before = asked.samples;
      const answers = await Promise.all(
        shown.map(query =>
          client.queryRange({
            query,
            start: START + minute * 60,
            end: now + minute * 60,
            step: 60,
          }),
        ),
      );
      return {
        asked: asked.samples - before,
        shown: answers.reduce((sum, { series }) => sum + samplesOf(series), 0),
      };
    };
    const first = await refresh(0);
    expect(first.asked).toBe(first.shown);
    let most = 0;
    for (let minute = 1; minute <= 30; minute += 1) {
      const next = await refresh(minute);
      most = Math.max(most, next.asked / next.shown);
    }
    process.stdout.write(
      `refresh: 5 h at 60 s, ${shown.length} queries, ${
        first.shown
      } samples at first, at most ${(100 * most).toFixed(2)} % of them after\n`,
    );
    expect(most).toBeLessThanOrEqual(0.05);
  });
});
