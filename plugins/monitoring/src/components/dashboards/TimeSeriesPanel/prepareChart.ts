import {
  AlignedSeries,
  alignSeries,
  Band,
  fillBands,
  PanelSeries,
  stackSeries,
  AlignedValue,
} from '../series';

/** What a chart draws. */
export interface PreparedChart {
  /** As measured. */
  aligned: AlignedSeries;
  /** Times, and for each series the values on its axis. */
  data: [number[], ...AlignedValue[][]];
  bands: Band[];
}

/**
 * Puts series on common times and on each other.
 *
 * @param visible - keys of those that are drawn; the others do not lift those above them
 */
export function prepareChart(
  aligned: AlignedSeries,
  series: PanelSeries[],
  visible: ReadonlySet<string>,
): PreparedChart {
  const { values, bands } = stackSeries(aligned.values, series, index =>
    visible.has(series[index].key),
  );
  return {
    aligned,
    data: [aligned.times, ...values],
    bands: [...fillBands(series), ...bands],
  };
}

/**
 * Puts the series of a graph on common times.
 *
 * @remarks
 * Bars of all series are as wide as those that stand closest: two empty places after the last time
 * tell uPlot how close that is.
 */
export function alignForChart(series: PanelSeries[]): AlignedSeries {
  const aligned = alignSeries(series);
  const bars = series.map(
    ({ style }) => style.drawStyle === 'bars' && !style.hideFrom.viz,
  );
  const distances = new Set(
    series.flatMap(({ times }, index) => {
      const least = bars[index] ? leastDistance(times) : Infinity;
      return least === Infinity ? [] : [least];
    }),
  );
  const last = aligned.times.at(-1);
  if (distances.size < 2 || last === undefined) {
    return aligned;
  }
  const least = Math.min(...distances);
  return {
    times: [...aligned.times, last + least, last + 2 * least],
    values: aligned.values.map((values, index) => {
      const nothing = bars[index] ? null : undefined;
      return [...values, nothing, nothing];
    }),
  };
}

function leastDistance(times: number[]): number {
  let least = Infinity;
  for (let index = 1; index < times.length; index++) {
    least = Math.min(least, times[index] - times[index - 1]);
  }
  return least;
}
