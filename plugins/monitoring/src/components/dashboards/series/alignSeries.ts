import { GraphStyle } from '@sightline/backstage-plugin-monitoring-common';

/** A value at a common time; undefined where only other series have a sample. */
export type AlignedValue = number | null | undefined;

/** Series on common times. */
export interface AlignedSeries {
  /** Unix milliseconds, ascending. */
  times: number[];
  /** One list for each series. */
  values: AlignedValue[][];
}

/** What {@link alignSeries} looks at. */
export interface TimedSeries {
  times: number[];
  values: (number | null)[];
  style?: Pick<GraphStyle, 'spanNulls' | 'drawStyle'>;
}

/**
 * Puts series on common times.
 *
 * @remarks
 * Null is a gap; undefined means that another series has a sample at that time, so lines pass over
 * it. By Grafana's rules a gap reaches as far as the next sample of its own series, a series that
 * bridges all gaps has none, and one that bridges short ones has only those at least so long.
 */
export function alignSeries(series: TimedSeries[]): AlignedSeries {
  const first = series[0]?.times ?? [];
  if (series.every(({ times }) => sameTimes(times, first))) {
    return {
      times: first,
      values: series.map(one => bridge(one.values, first, one.style)),
    };
  }
  const all = new Set<number>();
  for (const { times } of series) {
    for (const time of times) {
      all.add(time);
    }
  }
  const times = [...all].sort((a, b) => a - b);
  return {
    times,
    values: series.map(one =>
      bridge(placeValues(one, times), times, one.style),
    ),
  };
}

/** Both lists ascend, so one pass is enough. */
function placeValues(series: TimedSeries, times: number[]): AlignedValue[] {
  const placed = new Array<AlignedValue>(times.length).fill(undefined);
  let at = 0;
  for (let index = 0; index < times.length; index++) {
    while (series.times[at] < times[index]) {
      at++;
    }
    if (series.times[at] === times[index]) {
      placed[index] = series.values[at++];
    }
  }
  // Bars are as wide as the least distance of what is not undefined.
  const keepsNulls =
    series.style?.drawStyle === 'bars' || series.style?.spanNulls === -1;
  return keepsNulls ? placed : widenGaps(placed);
}

function widenGaps(values: AlignedValue[]): AlignedValue[] {
  for (let index = 0; index < values.length; index++) {
    if (values[index] === null) {
      for (let at = index - 1; at >= 0 && values[at] === undefined; at--) {
        values[at] = null;
      }
      while (index + 1 < values.length && values[index + 1] === undefined) {
        values[++index] = null;
      }
    }
  }
  return values;
}

function bridge(
  values: AlignedValue[],
  times: number[],
  style: TimedSeries['style'],
): AlignedValue[] {
  const spanNulls = style?.spanNulls ?? false;
  if (style?.drawStyle === 'bars' || spanNulls === false || spanNulls === -1) {
    return values;
  }
  if (!values.includes(null)) {
    return values;
  }
  if (spanNulls === true) {
    return values.map(value => value ?? undefined);
  }
  const bridged = [...values];
  let last: number | undefined;
  for (let index = 0; index < values.length; index++) {
    if (typeof values[index] !== 'number') {
      continue;
    }
    if (last !== undefined && times[index] - times[last] < spanNulls) {
      bridged.fill(undefined, last + 1, index);
    }
    last = index;
  }
  return bridged;
}

function sameTimes(one: number[], other: number[]): boolean {
  if (one === other) {
    return true;
  }
  if (one.length !== other.length) {
    return false;
  }
  for (let index = 0; index < one.length; index++) {
    if (one[index] !== other[index]) {
      return false;
    }
  }
  return true;
}
