import { formatDay } from '../../format';
import { formatMinute } from '../dashboards/series/clockText';
import { TimeSpan } from './plot';

const MINUTE = 60;
const HALF_HOUR = 30 * MINUTE;
const DAY = 86_400;
/** Pixels that a text needs. */
const SPACE = 72;
const STEPS_OF_A_DAY = [5, 10, 15, 30, 60, 120, 180, 360, 720].map(
  minutes => minutes * MINUTE,
);
const STEPS_OF_DAYS = [1, 2, 5, 7, 14, 30, 60, 120].map(days => days * DAY);

/** A text on the time axis. */
export interface TimeTick {
  /** Unix seconds. */
  time: number;
  text: string;
}

/**
 * Round moments of the zone's clock: full hours, or midnights when the span is long.
 *
 * @param width - of the axis, in pixels
 * @param timeZone - IANA name; absent means the browser's own zone
 */
export function timeTicks(
  span: TimeSpan,
  width: number,
  timeZone?: string,
): TimeTick[] {
  const most = Math.max(1, Math.floor(width / SPACE));
  const seconds = span.to - span.from;
  const step =
    [...STEPS_OF_A_DAY, ...STEPS_OF_DAYS].find(one => seconds / one <= most) ??
    STEPS_OF_DAYS[STEPS_OF_DAYS.length - 1];
  const dayText = (time: number) =>
    formatDay(time * 1000, { now: time * 1000, timeZone });
  const ticks = clockMoments(span, Math.min(step, DAY), timeZone);
  if (step < DAY) {
    return ticks.map(({ time, clock }) => ({
      time,
      text: clock === 0 ? dayText(time) : formatMinute(time * 1000, timeZone),
    }));
  }
  return ticks
    .filter((_, index) => index % Math.round(step / DAY) === 0)
    .map(({ time }) => ({ time, text: dayText(time) }));
}

/** Moments whose seconds since midnight, in the zone, are a multiple of `step`. */
function clockMoments(span: TimeSpan, step: number, timeZone?: string) {
  // Zones differ from each other by whole quarters of an hour, and days by an hour in summer.
  const stride = step < HALF_HOUR ? 5 * MINUTE : 15 * MINUTE;
  const found: { time: number; clock: number }[] = [];
  const first = Math.ceil(span.from / stride) * stride;
  let time = first;
  while (time <= span.to) {
    const [hour, minute] = formatMinute(time * 1000, timeZone).split(':');
    const clock = Number(hour) * 3_600 + Number(minute) * MINUTE;
    const isOnClock = clock % step === 0;
    if (isOnClock) {
      found.push({ time, clock });
    }
    // Nothing is missed by a leap that ends two hours before the next one: no clock changes by more.
    const toNext = step - (clock % step);
    const leap = toNext - 2 * 3_600;
    time += leap > stride ? Math.floor(leap / stride) * stride : stride;
  }
  return found;
}
