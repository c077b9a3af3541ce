import { SloWindow } from '../annotations/types';

/** Wall clock of `instant` in `timeZone`, as if it were UTC. In milliseconds. */
function wallClock(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const read = (type: string) =>
    Number(parts.find(part => part.type === type)?.value);
  return Date.UTC(
    read('year'),
    read('month') - 1,
    read('day'),
    read('hour'),
    read('minute'),
    read('second'),
  );
}

/**
 * When the window that holds `now` began.
 *
 * @param window - rolling, or a calendar month or quarter in its time zone
 * @param now - Unix seconds
 * @returns Unix seconds
 * @public
 */
export function sloWindowStart(window: SloWindow, now: number): number {
  if (window.type === 'rolling') {
    return now - window.duration;
  }
  const local = new Date(wallClock(now * 1_000, window.timeZone));
  const month = local.getUTCMonth();
  const wanted = Date.UTC(
    local.getUTCFullYear(),
    window.unit === 'month' ? month : month - (month % 3),
    1,
  );
  // The zone's offset at midnight of the first may differ from now's (summer time): two steps settle it.
  let start = wanted;
  for (let step = 0; step < 2; step += 1) {
    start += wanted - wallClock(start, window.timeZone);
  }
  return start / 1_000;
}
