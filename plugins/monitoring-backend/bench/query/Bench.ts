import { gunzipSync } from 'node:zlib';
import { PanelQueryResult } from '@sightline/backstage-plugin-monitoring-common';
import { SeededRandom } from '../../src/querying/ranges/__testUtils__/SeededRandom';
import { Report } from '../lib/Report';
import { CountingProxy } from './CountingProxy';
import { FaultyUpstream } from './FaultyUpstream';
import { Scale } from './Scale';
import { StartedBackend } from './startBackend';
import { RangeQuery, Viewer, Wanted, Went } from './Viewer';

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** What all measurements share. */
export interface Bench {
  scale: Scale;
  report: Report;
  backend: StartedBackend;
  /** URL. */
  prometheus: string;
  faulty: FaultyUpstream;
  counting: CountingProxy;
  viewer: Viewer;
  random: SeededRandom;
  /** The latest sample, in Unix milliseconds. */
  now: number;
}

/** Six hours that end some minutes before the latest sample, which no longer change. */
export function rangeBefore(
  { now }: Pick<Bench, 'now'>,
  minutes: number,
): Wanted['range'] {
  const to = now - minutes * MINUTE;
  return { from: to - 6 * HOUR, to };
}

/** @throws when it did not succeed: a quick failure is no good figure */
export function answered(went: Went): Went {
  if (went.status !== 200) {
    throw new Error(
      `A request failed with ${went.status}: ${went.bytes.subarray(0, 300)}`,
    );
  }
  return went;
}

/** The lines of an answer. @throws when a panel has an error or no data */
export function linesOf(went: Went): PanelQueryResult[] {
  const { bytes } = answered(went);
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const lines = String(isGzip ? gunzipSync(bytes) : bytes)
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as PanelQueryResult);
  for (const { panelId, error, frames } of lines) {
    const isEmpty = frames.every(({ series }) => series.length === 0);
    if (error || isEmpty) {
      throw new Error(`Panel ${panelId} has no data: ${error ?? 'empty'}`);
    }
  }
  return lines;
}

/** The queries behind an answer, as a browser would send them itself. */
export function queriesOf(lines: PanelQueryResult[]): RangeQuery[] {
  return lines.flatMap(({ frames }) =>
    frames.map(({ expression = '', times, stepSeconds = 60 }) => ({
      query: expression,
      start: times[0] / 1_000,
      end: times[times.length - 1] / 1_000,
      step: stepSeconds,
    })),
  );
}

/** Range queries that a Prometheus has answered, by its own count. */
export async function queriesAnsweredBy(prometheus: string): Promise<number> {
  const text = await (await fetch(`${prometheus}/metrics`)).text();
  const counts = text.matchAll(
    /^prometheus_http_requests_total\{[^}]*handler="\/api\/v1\/query_range"[^}]*\} (\S+)$/gm,
  );
  return [...counts].reduce((all, [, count]) => all + Number(count), 0);
}
