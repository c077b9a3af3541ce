import { PrometheusSeries } from '../../../sources';

/** One series of an extent, in little memory; never changed once it is made. */
export interface KeptSeries {
  labels: PrometheusSeries['labels'];
  /** Names and values of the labels in turn, names in order: how series are told apart and sorted. */
  pairs: readonly string[];
  /** Moment of the first value, in Unix milliseconds. */
  first: number;
  /** At least one; may be NaN or infinite. */
  values: Float64Array;
  /** Steps from `first` to each value; absent when no step is without one. */
  places?: Uint32Array;
}

/** Steps from the first value to the one at an index. */
export function placeOf({ places }: KeptSeries, index: number): number {
  return places ? places[index] : index;
}

/** Moment of the last value, in Unix milliseconds. */
export function lastOf(series: KeptSeries, step: number): number {
  return series.first + placeOf(series, series.values.length - 1) * step;
}
