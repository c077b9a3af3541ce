import {
  EventCounts,
  LONGEST_RAW_WINDOW,
  recordedWindows,
  Slo,
  sloRawQueries,
  SloSamples,
  windowHours,
} from '@sightline/backstage-plugin-monitoring-common';
import { PrometheusClient } from '../../sources';
import { isWhole } from './isWhole';
import { readSamples } from './readSamples';
import { weighWindow } from './weighWindow';

const HOUR = 3_600;

/**
 * Measures one SLO on its raw series: three queries, dearer than the recorded ones. Of a service
 * that is younger than an alerting window, that window is weighed as the alerts do it.
 */
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
  const known = hours[0]?.value ?? 0;
  const coverage = Math.min(1, known / windowHours(slo.window, time));
  // Once the SLO's window is whole, its alerting windows are.
  const burnOver = (window: number): EventCounts => {
    const events = counts.get(window);
    // The hour that goes on is not counted yet.
    const share = (Math.max(1, known) * HOUR) / window;
    return events && !isWhole(coverage) && window > LONGEST_RAW_WINDOW
      ? weighWindow(events, Math.min(1, share))
      : events ?? {};
  };
  return {
    time,
    window: counts.get(queries.windowSeconds) ?? {},
    burn: Object.fromEntries(
      recordedWindows([slo]).map(window => [window, burnOver(window)]),
    ),
    coverage,
  };
}
