/**
 * The last known value at or before a time.
 *
 * @param times - ascending
 * @param values - one per time, `null` where there is none
 */
export function valueAt(
  times: number[],
  values: (number | null)[],
  time: number,
): number | undefined {
  for (let index = times.length - 1; index >= 0; index--) {
    const value = values[index];
    if (times[index] <= time && typeof value === 'number') {
      return value;
    }
  }
  return undefined;
}
