import { SloWindow } from '../../annotations/types';
import { sloWindowStart } from './sloWindowStart';

const HOUR = 3_600;

/**
 * Whole hours of an SLO's window that have passed, at least one.
 *
 * @param now - Unix seconds
 * @public
 */
export function windowHours(window: SloWindow, now: number): number {
  return Math.max(1, Math.floor((now - sloWindowStart(window, now)) / HOUR));
}
