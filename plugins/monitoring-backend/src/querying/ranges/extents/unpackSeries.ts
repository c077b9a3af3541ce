import { PrometheusSeries } from '../../../sources';
import { KeptSeries, placeOf } from './KeptSeries';

/**
 * The series as a Prometheus answers it.
 *
 * @param step - in milliseconds
 */
export function unpackSeries(
  series: KeptSeries,
  step: number,
): PrometheusSeries {
  const { labels, first, values } = series;
  const length = values.length;
  const times = new Array<number>(length);
  const numbers = new Array<number>(length);
  for (let index = 0; index < length; index += 1) {
    times[index] = (first + placeOf(series, index) * step) / 1_000;
    numbers[index] = values[index];
  }
  return { labels, times, values: numbers };
}
