import { SloWindow } from '../../annotations/types';
import { sloWindowBounds } from './sloWindowBounds';

/**
 * When the window that holds `now` began.
 *
 * @param window - rolling, or by the calendar of its time zone
 * @param now - Unix seconds
 * @returns Unix seconds
 * @throws `RangeError` for a time zone that is none
 * @public
 */
export function sloWindowStart(window: SloWindow, now: number): number {
  return sloWindowBounds(window, now).start;
}
