import {
  buildSloHistory,
  Slo,
  sloHistoryQueries,
  SloTrendsResponse,
  sloWindowBounds,
} from '@sightline/backstage-plugin-monitoring-common';
import { countsOf, PrometheusClient } from '../../sources';

/** Points of one trend. */
export const TREND_POINTS = 30;

/** Steps of raw series are multiples of it. In seconds. */
const UNIT = 300;

/**
 * Budget left over an SLO's window from its raw series: one range query, dearer than what is
 * recorded, and right from the first day.
 *
 * @param end - Unix seconds, a multiple of 300
 */
export async function readRawTrend(
  client: PrometheusClient,
  slo: Slo,
  end: number,
): Promise<SloTrendsResponse['items'][number]> {
  const seconds = end - sloWindowBounds(slo.window, end).start;
  const step = Math.max(1, Math.ceil(seconds / TREND_POINTS / UNIT)) * UNIT;
  const steps = Math.max(1, Math.floor(seconds / step));
  // Of a rolling window, the first point needs as much time before it.
  const lead = slo.window.type === 'rolling' ? steps : 0;
  const start = end - (steps + lead) * step;
  const range = { start, end, step };
  const { series } = await client.queryRange({
    query: sloHistoryQueries(slo, { step }).raw,
    ...range,
  });
  const { entityRef, id, budgetRemaining } = buildSloHistory({
    slo,
    start,
    step,
    counts: countsOf(series, range),
    from: end - steps * step,
    stepsPerPoint: 1,
    live: true,
    source: 'raw',
    alerts: [],
  });
  return { entityRef, id, budgetRemaining };
}
