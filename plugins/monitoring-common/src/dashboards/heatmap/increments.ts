const MULTIPLES = [
  1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 5.5, 6, 6.5, 7, 7.5, 8, 8.5, 9, 9.5,
];
const SMALLEST_POWER = -16;
const LARGEST_POWER = 15;

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

/** Milliseconds. */
const TIME_INCREMENTS = [
  ...[1, 2, 4, 5, 10, 20, 25, 40, 50, 100, 200, 250, 400, 500],
  ...[1, 2, 4, 5, 10, 15, 20, 30].map(count => count * SECOND),
  ...[1, 2, 4, 5, 10, 15, 20, 30].map(count => count * MINUTE),
  ...[1, 2, 4, 6, 8, 12, 18].map(count => count * HOUR),
  ...[1, 2, 3, 4, 5, 6, 7, 10, 15, 30, 45, 60, 90, 180].map(
    count => count * DAY,
  ),
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(count => count * YEAR),
];

/** Below one all multiples, from one on only whole numbers. */
const NUMBER_INCREMENTS = Array.from(
  { length: LARGEST_POWER - SMALLEST_POWER + 1 },
  (_, index) => SMALLEST_POWER + index,
)
  .flatMap(power => MULTIPLES.map(multiple => Number(`${multiple}e${power}`)))
  .filter(size => size < 1 || Number.isInteger(size));

/**
 * The largest round size of buckets that is not above the one that is wanted.
 *
 * @param wanted - in milliseconds for times
 * @see Grafana's `niceTimeIncrs` and `niceLinearIncrs`
 */
export function roundBucketSize(wanted: number, isTime: boolean): number {
  const sizes = isTime ? TIME_INCREMENTS : NUMBER_INCREMENTS;
  return sizes.findLast(size => size <= wanted) ?? sizes[0];
}
