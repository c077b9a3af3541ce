import { gunzipSync } from 'node:zlib';
import { median } from '../lib/statistics';
import { answered, Bench, linesOf, queriesOf, rangeBefore } from './Bench';
import { PANEL, PANELS } from './services';
import { RangeQuery, Wanted, Went } from './Viewer';

/** Of each kind, before anything is measured. */
const WARM_UP = 200;

/** What is shown, and the queries that it takes. */
interface Page {
  wanted: Wanted;
  queries: RangeQuery[];
}

/** In milliseconds, for each of the pages. */
interface Times {
  ours: number[];
  direct: number[];
  proxied: number[];
}

/** As browsers read an answer of Prometheus. */
function read(went: Went): void {
  const { bytes } = answered(went);
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  JSON.parse(String(isGzip ? gunzipSync(bytes) : bytes));
}

async function timed(action: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await action();
  return performance.now() - begun;
}

/** Each page is asked for once of each, one after the other, until its data are there. */
async function measurePages({ viewer }: Bench, pages: Page[]): Promise<Times> {
  const times: Times = { ours: [], direct: [], proxied: [] };
  const all = (
    { queries }: Page,
    ask: (query: RangeQuery) => Promise<Went>,
  ): Promise<unknown> =>
    Promise.all(queries.map(async query => read(await ask(query))));
  for (const page of pages) {
    // What it reads is in the page cache for all of them.
    await all(page, query => viewer.direct(query));
    times.direct.push(
      await timed(() => all(page, query => viewer.direct(query))),
    );
    times.ours.push(
      await timed(async () => linesOf(await viewer.panels(page.wanted))),
    );
    times.proxied.push(
      await timed(() => all(page, query => viewer.proxied(query))),
    );
  }
  return times;
}

/** Services that no other measurement asks about. */
function servicesOf({ scale }: Bench): number[] {
  const count = Math.floor(scale.services * 0.6);
  return Array.from({ length: count }, (_, index) => index + 1);
}

/** What a page will ask, found by asking for an older and shorter range. */
async function pageOf(
  bench: Bench,
  service: number,
  panels: number[],
): Promise<Page> {
  const { to } = rangeBefore(bench, 60);
  const range = { from: to - 600_000, to };
  const lines = linesOf(await bench.viewer.panels({ service, panels, range }));
  const wanted = { service, panels, range: rangeBefore(bench, 10) };
  const { from, to: end } = wanted.range;
  return {
    wanted,
    queries: queriesOf(lines).map(({ query }) => ({
      query,
      start: from / 1_000,
      end: end / 1_000,
      step: 60,
    })),
  };
}

async function warmUp(bench: Bench, { wanted, queries }: Page): Promise<void> {
  const { viewer } = bench;
  for (let index = 0; index < WARM_UP; index += 1) {
    // Each begins where none has.
    const { from, to } = wanted.range;
    const range = { from: from - (index + 60) * 60_000, to: to - 3_600_000 };
    linesOf(await viewer.panels({ ...wanted, range }));
    read(await viewer.proxied(queries[0]));
    read(await viewer.direct(queries[0]));
  }
}

/** What is not held takes little longer than Prometheus itself does. */
export async function measureMisses(bench: Bench): Promise<void> {
  const { report, scale } = bench;
  const services = servicesOf(bench);
  const half = services.length >> 1;
  for (const [what, panels, own, limit] of [
    // What a request costs in Backstage before anything is asked weighs more than one small query.
    ['miss of a panel', [PANEL], services.slice(0, half), 3],
    ['miss of 8 panels', PANELS, services.slice(half), 1.3],
  ] as const) {
    const pages: Page[] = [];
    for (const service of own) {
      pages.push(await pageOf(bench, service, [...panels]));
    }
    // It is held by then.
    const [first, ...cold] = pages;
    await warmUp(bench, first);
    const perRepeat = Math.floor(cold.length / scale.repeats);
    const [times, ratios, ofProxy]: number[][] = [[], [], []];
    for (let repeat = 0; repeat < scale.repeats; repeat += 1) {
      const { ours, direct, proxied } = await measurePages(
        bench,
        cold.slice(repeat * perRepeat, (repeat + 1) * perRepeat),
      );
      times.push(median(direct));
      ratios.push(median(ours) / median(direct));
      ofProxy.push(median(proxied) / median(direct));
    }
    report.addAll(`${what}: p50 of Prometheus itself`, times, 'ms');
    report.addAll(`${what}: p50 to that`, ratios, '×', limit);
    report.addAll(`${what}: p50 of the stock proxy to that`, ofProxy, '×');
  }
}
