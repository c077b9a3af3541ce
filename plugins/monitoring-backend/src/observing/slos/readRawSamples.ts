import {
  EventCounts,
  recordedWindows,
  Slo,
  sloRawQueries,
  SloSamples,
  windowHours,
} from '@sightline/backstage-plugin-monitoring-common';
import { PrometheusClient } from '../../sources';
import { readSamples } from './readSamples';

/** Measures one SLO on its raw series: three queries, dearer than the recorded ones. */
export async function readRawSamples(
  client: PrometheusClient,
  slo: Slo,
  options: { /** Unix seconds. */ time: number; signal?: AbortSignal },
): Promise<SloSamples> {
  const { time, signal } = options;
  const queries = sloRawQueries(slo, time);
  const [bad, total, hours] = await Promise.all(
    [queries.bad, queries.total, queries.hours].map(query =>
      readSamples(client, query, { time, signal }),
    ),
  );
  const counts = new Map<number, EventCounts>();
  for (const [kind, samples] of [
    ['bad', bad],
    ['total', total],
  ] as const) {
    for (const { labels, value } of samples) {
      const window = Number(labels.window);
      counts.set(window, { ...counts.get(window), [kind]: value });
    }
  }
  return {
    time,
    window: counts.get(queries.windowSeconds) ?? {},
    burn: Object.fromEntries(
      recordedWindows([slo]).map(window => [window, counts.get(window) ?? {}]),
    ),
    coverage: Math.min(
      1,
      (hours[0]?.value ?? 0) / windowHours(slo.window, time),
    ),
  };
}
