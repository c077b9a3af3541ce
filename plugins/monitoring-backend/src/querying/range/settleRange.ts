import { TimeRange } from './planRange';

/** How far from our own clock a range may end to be one that ends now, in milliseconds. */
const NOW = 60_000;

/** What ends are moved down to, in milliseconds. */
const GRIDS = [10_000, 5_000];
const FINEST = 1_000;

/** Of a range, so that nobody sees the difference: less than a pixel of most panels. */
const SHARE = 1 / 360;

/**
 * A range that ends now ends at another millisecond for everybody who asks. Moved back to the same
 * few seconds, by at most a 360th of its length or one second, they all ask for the same. A range
 * that ends at any other time was meant as it is.
 *
 * @param now - Unix milliseconds
 * @returns a range of the same length
 */
export function settleRange({ from, to }: TimeRange, now: number): TimeRange {
  if (Math.abs(now - to) > NOW) {
    return { from, to };
  }
  const most = (to - from) * SHARE;
  const grid = GRIDS.find(one => one <= most) ?? FINEST;
  const moved = to % grid;
  return { from: from - moved, to: to - moved };
}
