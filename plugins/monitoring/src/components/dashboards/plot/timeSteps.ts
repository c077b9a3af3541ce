import { zoneOffset } from '../../../format';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const INCREMENTS = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map(count => count * SECOND),
  ...[1, 2, 5, 10, 15, 30].map(count => count * MINUTE),
  ...[1, 2, 3, 4, 6, 8, 12].map(count => count * HOUR),
  ...[1, 2, 3, 4, 5, 7, 10, 14, 28, 60, 90, 180, 365, 730, 1825, 3650].map(
    count => count * DAY,
  ),
];

/**
 * Round moments of a time zone, at least so far apart.
 *
 * @param range - Unix milliseconds
 * @param least - milliseconds
 * @param timeZone - IANA name; absent means the browser's own zone
 */
export function timeSteps(
  range: { from: number; to: number },
  least: number,
  timeZone?: string,
): { ticks: number[]; increment: number } {
  const increment =
    INCREMENTS.find(one => one >= least) ?? INCREMENTS[INCREMENTS.length - 1];
  const ticks: number[] = [];
  // What is round in the zone, not in UTC: the offset may change within the range.
  let tick = roundUp(range.from, increment, timeZone);
  while (tick <= range.to && ticks.length < 200) {
    ticks.push(tick);
    const next = roundUp(tick + 1, increment, timeZone);
    tick = next > tick ? next : tick + increment;
  }
  return { ticks, increment };
}

function roundUp(time: number, increment: number, timeZone?: string): number {
  const offset = zoneOffset(time, timeZone);
  const round = Math.ceil((time + offset) / increment) * increment - offset;
  // The round moment may lie behind a change of the clocks.
  return round + offset - zoneOffset(round, timeZone);
}
