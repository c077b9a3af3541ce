import { enforceMatchers } from '@sightline/backstage-plugin-monitoring-common';
import { TestPrometheus } from '@sightline/backstage-plugin-monitoring-node/testUtils';
import { Pool } from 'undici';
import { QueryGenerator } from './__testUtils__/QueryGenerator';

jest.setTimeout(7_200_000);

/** More for a long run: `FUZZ=100000`; other queries: `FUZZ_SEED=7`. */
const QUERIES = Number(process.env.FUZZ ?? 4_000);
const SEED = Number(process.env.FUZZ_SEED ?? Math.floor(Date.now() / 1_000));
const AT_ONCE = 8;

/** Unix seconds. */
const NOW = 1_800_000_000;
const SCOPE = [{ label: 'namespace', operator: '=' as const, value: 'media' }];

/** Two hours of each metric, of ours and, if told, of others, each with other values. */
function samples(owners: string[]): string {
  const lines: string[] = [];
  for (const name of [
    ...['a', 'b_total', 'h_bucket', 'job:x:rate5m', 'secret', 'start'],
    ...['sum', 'target_info', 'up'],
  ]) {
    lines.push(`# TYPE ${name} unknown`);
    for (const owner of owners) {
      const isOurs = owner === 'media';
      const whose = isOurs ? 'mine' : 'foreign';
      for (const [index, x] of ['a', 'b'].entries()) {
        const labels = `namespace="${owner}",job="${whose}",instance="${whose}-${x}",team="${whose}",x="${x}",le="${
          index + 1
        }"`;
        for (let ago = 7_200; ago >= 0; ago -= 60) {
          const value = (isOurs ? 1 : 1e6) * (index + 1) + (7_200 - ago) / 60;
          lines.push(`${name}{${labels}} ${value} ${NOW - ago}`);
        }
      }
    }
  }
  return `${lines.join('\n')}\n# EOF\n`;
}

let both: TestPrometheus;
let ours: TestPrometheus;
const pools: Pool[] = [];

beforeAll(async () => {
  both = await TestPrometheus.start({
    openMetrics: samples(['media', 'secret']),
    patience: 60,
  });
  ours = await TestPrometheus.start({
    openMetrics: samples(['media']),
    patience: 60,
  });
  pools.push(
    ...[both, ours].map(({ url }) => new Pool(url, { connections: AT_ONCE })),
  );
});
afterAll(async () => {
  await Promise.all(pools.map(pool => pool.close()));
  await both?.stop();
  await ours?.stop();
});

async function ask(pool: Pool, query: string): Promise<string> {
  const { body } = await pool.request({
    path: '/api/v1/query',
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ query, time: String(NOW) }).toString(),
  });
  return body.text();
}

interface Answer {
  status: string;
  errorType?: string;
  data?: {
    resultType: string;
    result: (
      | string
      | number
      | { metric: object; value?: unknown[]; values?: unknown[] }
    )[];
  };
}

/** Labels and times apart from values; in an order, since aggregations have none. */
function read(text: string): { shape: string; values: string[] } {
  const { status, errorType, data } = JSON.parse(text) as Answer;
  const rows = (data?.result ?? []).map(one =>
    typeof one === 'object'
      ? {
          metric: JSON.stringify(one.metric),
          points: [one.values ?? [one.value]].flat(2),
        }
      : { metric: '', points: [one] },
  );
  rows.sort((a, b) => (a.metric < b.metric ? -1 : 1));
  const points = rows.flatMap(row => row.points);
  return {
    shape: JSON.stringify([
      [status, errorType, data?.resultType],
      rows.map(({ metric }) => metric),
      points.filter(point => typeof point === 'number'),
    ]),
    values: points.filter(point => typeof point === 'string'),
  };
}

/** Sums of floats differ in their last digits by the order in which they are made. */
function isAlike(one: string, other: string): boolean {
  const [a, b] = [one, other].map(Number);
  return (
    one === other ||
    Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))
  );
}

function isSameAnswer(here: string, there: string): boolean {
  const [a, b] = [read(here), read(there)];
  return (
    a.shape === b.shape &&
    a.values.length === b.values.length &&
    a.values.every((value, index) => isAlike(value, b.values[index]))
  );
}

/** Which of equal ones is taken is up to how a server happens to read them. */
const TAKES_ANY = /topk|bottomk/;

it('T06 · no generated query reads a series of others, or is answered otherwise for their being there', async () => {
  const generator = QueryGenerator.create(SEED);
  const counts = { refused: 0, sent: 0, answered: 0, nonEmpty: 0, foreign: 0 };
  const faults: object[] = [];
  let left = QUERIES;
  const begun = Date.now();

  const check = async (query: string) => {
    let enforced: string;
    try {
      enforced = enforceMatchers(query, SCOPE);
    } catch (error) {
      if ((error as Error).name !== 'PromqlError') {
        faults.push({ query, error: String(error) });
      }
      counts.refused += 1;
      return;
    }
    const [here, there] = await Promise.all(
      pools.map(pool => ask(pool, enforced)),
    );
    counts.sent += 1;
    counts.answered += here.startsWith('{"status":"success"') ? 1 : 0;
    counts.nonEmpty += /"value":|"values":/.test(here) ? 1 : 0;
    const isSame =
      here === there || TAKES_ANY.test(enforced) || isSameAnswer(here, there);
    if (/foreign/.test(here) || !isSame) {
      faults.push({ query, enforced, here, there });
    }
    // That others would be found: the same, not enforced.
    if (counts.sent % 50 === 0 && /foreign/.test(await ask(pools[0], query))) {
      counts.foreign += 1;
    }
  };

  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (left > 0 && faults.length < 5) {
        left -= 1;
        await check(generator.next());
      }
    }),
  );
  process.stdout.write(
    `fuzz: seed ${SEED}, ${QUERIES} queries in ${Math.round(
      (Date.now() - begun) / 1_000,
    )} s: ${JSON.stringify(counts)}, ${faults.length} faults\n`,
  );
  expect(faults).toEqual([]);
  expect(counts.nonEmpty).toBeGreaterThan(QUERIES / 20);
  expect(counts.foreign).toBeGreaterThan(QUERIES / 5_000);
});
