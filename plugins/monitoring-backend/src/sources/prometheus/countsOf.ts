import { EventCounts } from '@sightline/backstage-plugin-monitoring-common';
import { PrometheusSeries } from './PrometheusClient';

/**
 * Events of every step of a range query of an SLO's history, by the label `part` of its series.
 *
 * @param range - of the query, in Unix seconds
 */
export function countsOf(
  series: PrometheusSeries[],
  { start, end, step }: { start: number; end: number; step: number },
): EventCounts[] {
  const counts: EventCounts[] = Array.from(
    { length: Math.round((end - start) / step) + 1 },
    () => ({}),
  );
  for (const { labels, times, values } of series) {
    const kind = labels.part;
    if (kind === 'bad' || kind === 'total') {
      times.forEach((time, index) => {
        const count = counts[Math.round((time - start) / step)];
        if (count) {
          count[kind] = values[index];
        }
      });
    }
  }
  return counts;
}
