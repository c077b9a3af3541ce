import { SloWindow } from '../../annotations/types';
import { sloWindowBounds } from './sloWindowBounds';

/**
 * Share of an SLO's window that has passed, 0..1; always 1 for a rolling window.
 *
 * The budget of a calendar window is that of the whole window. What was spent of it is therefore
 * the error ratio so far, weighed by this share: as if the rest of the window came with the same
 * traffic and without an error. So a month begins with the whole budget, and one bad minute on its
 * first day is one minute of it, not all of it.
 *
 * @param now - Unix seconds
 * @throws `RangeError` for a time zone that is none
 * @public
 */
export function elapsedShare(window: SloWindow, now: number): number {
  if (window.type === 'rolling') {
    return 1;
  }
  const { start, end } = sloWindowBounds(window, now);
  return Math.min(1, Math.max(0, (now - start) / (end - start)));
}
