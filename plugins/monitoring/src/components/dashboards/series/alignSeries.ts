/** A value at a common time; undefined where the series has no sample at all. */
export type AlignedValue = number | null | undefined;

/** Series on common times. */
export interface AlignedSeries {
  /** Unix milliseconds, ascending. */
  times: number[];
  /** One list for each series. */
  values: AlignedValue[][];
}

/**
 * Puts series on common times.
 *
 * @remarks
 * Null stays a gap that the author may want to see; undefined only means that another series
 * has a sample at that time, so lines pass over it.
 */
export function alignSeries(
  series: { times: number[]; values: (number | null)[] }[],
): AlignedSeries {
  const first = series[0]?.times ?? [];
  if (series.every(({ times }) => sameTimes(times, first))) {
    return { times: first, values: series.map(({ values }) => values) };
  }
  const all = new Set(series.flatMap(({ times }) => times));
  const times = [...all].sort((a, b) => a - b);
  const positions = new Map(times.map((time, index) => [time, index]));
  return {
    times,
    values: series.map(one => {
      const values = new Array<AlignedValue>(times.length).fill(undefined);
      one.times.forEach((time, index) => {
        values[positions.get(time)!] = one.values[index];
      });
      return values;
    }),
  };
}

function sameTimes(one: number[], other: number[]): boolean {
  return (
    one === other ||
    (one.length === other.length &&
      one.every((time, index) => time === other[index]))
  );
}
