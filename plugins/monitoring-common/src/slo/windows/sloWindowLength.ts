import { SloWindow } from '../../annotations/types';
import { sloWindowBounds } from './sloWindowBounds';

/**
 * Actual length in seconds of the window that holds a moment: 28 to 31 days for a month, an hour
 * more or less with summer time.
 *
 * What a calendar budget allows in minutes goes by this: "99.9 % in November" is 43.2 minutes and
 * "in December" 44.6, which a reader can check with the month's own days.
 *
 * @param now - Unix seconds
 * @throws `RangeError` for a time zone that is none
 * @public
 */
export function sloWindowLength(window: SloWindow, now: number): number {
  const { start, end } = sloWindowBounds(window, now);
  return end - start;
}
