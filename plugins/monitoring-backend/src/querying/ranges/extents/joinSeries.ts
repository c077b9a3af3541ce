import { KeptSeries, lastOf, placeOf } from './KeptSeries';

/**
 * One series of two parts.
 *
 * @param late - begins after `early` ends
 * @param step - in milliseconds
 */
export function joinSeries(
  early: KeptSeries,
  late: KeptSeries,
  step: number,
): KeptSeries {
  const length = early.values.length + late.values.length;
  const values = new Float64Array(length);
  values.set(early.values);
  values.set(late.values, early.values.length);
  const { labels, pairs, first } = early;
  const joined: KeptSeries = { labels, pairs, first, values };
  if ((lastOf(late, step) - first) / step < length) {
    return joined;
  }
  const between = (late.first - first) / step;
  const places = new Uint32Array(length);
  for (let index = 0; index < length; index += 1) {
    const inLate = index - early.values.length;
    places[index] =
      inLate < 0 ? placeOf(early, index) : between + placeOf(late, inLate);
  }
  return { ...joined, places };
}
