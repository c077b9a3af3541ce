import { INTERVAL_LADDER } from './intervalLadder';

const DAY = 86_400_000;

/**
 * The interval of Grafana's ladder that stands for another one.
 *
 * @param interval - in milliseconds
 * @returns in milliseconds
 * @public
 */
export function roundInterval(interval: number): number {
  const step = INTERVAL_LADDER.find(([below]) => interval < below);
  if (step) {
    return step[1];
  }
  return interval < 42 * DAY ? 30 * DAY : 365 * DAY;
}
