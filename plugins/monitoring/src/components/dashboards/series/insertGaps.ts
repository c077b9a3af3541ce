/** A value of a series; null where there is none. */
export type SeriesValue = number | null;

const MOST_INSERTED = 100_000;

/**
 * Puts a place without a value wherever two samples are further apart than the interval of the
 * data, and before the first and after the last one as far as the range goes: what is missing in
 * the data has to be a gap on the graph. The rule is Grafana's `applyNullInsertThreshold`.
 *
 * @param times - Unix milliseconds, ascending
 * @param columns - as many values each as there are times
 * @param interval - in milliseconds
 * @returns what was given when there is no gap
 */
export function insertGaps(
  times: number[],
  columns: SeriesValue[][],
  interval: number,
  range?: { from: number; to: number },
): { times: number[]; columns: SeriesValue[][] } {
  if (times.length === 0 || !(interval > 0)) {
    return { times, columns };
  }
  const missing = countMissing(times, interval, range);
  // A faulty interval must not fill the memory.
  if (missing === 0 || missing > MOST_INSERTED) {
    return { times, columns };
  }
  const filled: number[] = [];
  const origins: number[] = [];
  const insert = (time: number, origin: number) => {
    filled.push(time);
    origins.push(origin);
  };
  const [first, last] = [times[0], times[times.length - 1]];
  if (range && range.from < first) {
    for (let at = Math.ceil((first - range.from) / interval); at > 0; at--) {
      insert(first - at * interval, -1);
    }
  }
  insert(first, 0);
  for (let index = 1; index < times.length; index++) {
    let previous = times[index - 1];
    while (times[index] - previous > interval) {
      previous += interval;
      insert(previous, -1);
    }
    insert(times[index], index);
  }
  if (range) {
    for (let time = last + interval; time < range.to; time += interval) {
      insert(time, -1);
    }
  }
  return {
    times: filled,
    columns: columns.map(values =>
      origins.map(origin => (origin < 0 ? null : values[origin])),
    ),
  };
}

function countMissing(
  times: number[],
  interval: number,
  range?: { from: number; to: number },
): number {
  let missing = 0;
  for (let index = 1; index < times.length; index++) {
    const distance = times[index] - times[index - 1];
    if (distance > interval) {
      missing += Math.ceil(distance / interval) - 1;
    }
  }
  if (range) {
    const last = times[times.length - 1];
    missing += Math.max(0, Math.ceil((times[0] - range.from) / interval));
    missing += Math.max(0, Math.ceil((range.to - last) / interval) - 1);
  }
  return missing;
}
