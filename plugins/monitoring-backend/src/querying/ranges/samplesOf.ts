import { PrometheusSeries } from '../../sources';

/** How many samples series have. */
export function samplesOf(series: PrometheusSeries[]): number {
  return series.reduce((sum, { times }) => sum + times.length, 0);
}
