import { smoothNoise } from './noise';

const DAY = 86_400;

/**
 * Traffic relative to its mean: a daily rhythm with its peak at 15:00 UTC, quieter weekends,
 * and noise of a few percent.
 *
 * @param time - Unix seconds
 */
export function trafficFactor(seed: number, time: number): number {
  const daily = 1 + 0.4 * Math.cos((2 * Math.PI * (time - 15 * 3_600)) / DAY);
  // 1970-01-01 was a Thursday.
  const weekday = (Math.floor(time / DAY) + 4) % 7;
  const weekly = weekday === 0 || weekday === 6 ? 0.8 : 1.08;
  const unrest = 0.93 + 0.14 * smoothNoise(seed, time, 300);
  return daily * weekly * unrest;
}
