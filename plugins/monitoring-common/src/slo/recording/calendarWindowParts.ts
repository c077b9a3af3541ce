import { formatDuration } from '../../durations/formatDuration';
import { CalendarWindow } from '../windows/CalendarWindow';
import { calendarSeries } from './calendarSeries';
import { longestWindowSeconds } from '../windows/longestWindowSeconds';
import { RecordingSubject, seriesOf } from './RecordingSubject';
import { EventKind, recordedName } from './recordedSeries';
import { offsetsInHour } from '../windows/calendarBeginnings';
import { stepsRange } from '../windows/stepsRange';
import { WindowParts } from './WindowParts';

const STEP = 300;
const HOUR = 3_600;
const DAY = 86_400;
/** Fineness of the search for the beginning of a recording: an hour in a month. */
const SHARE_STEPS = 720;
/** Longest stretch that is looked through at once: a quarter. More hours than that are too many samples for promtool. */
const STRETCH = 92 * DAY;
/** A service that was away so long before the window began is not young. */
const ABSENCE = 4 * DAY;

/** Subqueries by the hour over so many seconds before now, one behind the other. */
function byHour(expression: string, seconds: number): string[] {
  const count = Math.ceil(seconds / STRETCH);
  return Array.from({ length: count }, (_, index) => {
    const ago = index * STRETCH;
    const range = stepsRange(Math.min(STRETCH, seconds - ago), HOUR);
    const offset = ago > 0 ? ` offset ${formatDuration(ago)}` : '';
    return `(${expression})${range}${offset}`;
  });
}

/**
 * What a calendar window is summed from: the full hours since its beginning, and what has passed of
 * this one. When it begins within an hour, that hour counts, less what had passed of it.
 */
export function calendarWindowParts(
  subject: RecordingSubject,
  window: CalendarWindow,
): WindowParts {
  const start = calendarSeries('start', subject, window);
  const longest = Math.ceil(longestWindowSeconds(window) / HOUR) * HOUR;
  const lastHour = `on () (${start} < time() - time() % ${HOUR})`;
  const hour = (kind: EventKind) =>
    seriesOf(subject, `sightline:sli_${kind}:hour`);
  const soFar = (kind: EventKind) =>
    seriesOf(subject, `sightline:sli_${kind}:hour_so_far`);
  const earlier = (kind: EventKind) =>
    byHour(
      `last_over_time(${hour(
        kind,
      )}[3599999ms] offset 1ms) and on () (${start} @ end() < time() - ${HOUR})`,
      longest,
    );
  // What had passed of the hour in which it begins, by the first sample of the five minutes after.
  const before = (kind: EventKind, offset: number) => {
    const sample = offset - (offset % STEP) + STEP - 0.001;
    return byHour(
      `${soFar(kind)} offset -${formatDuration(
        sample,
      )} and on () (${start} @ end() - ${offset} == time())`,
      longest,
    ).map(hours => `-1 * sum_over_time(${hours})`);
  };
  return {
    events: kind => [
      `${hour(kind)} and ${lastHour}`,
      ...earlier(kind).map(hours => `sum_over_time(${hours})`),
      `${soFar(kind)} and on () ${start}`,
      ...offsetsInHour(window).flatMap(offset => before(kind, offset)),
    ],
    hours: () => [
      `0 * ${hour('total')} + 1 and ${lastHour}`,
      ...earlier('total').map(hours => `count_over_time(${hours})`),
      `0 * ${soFar(
        'total',
      )} + on () group_left () (time() - clamp_min(${start}, time() - time() % ${HOUR})) / ${HOUR}`,
    ],
    recorded: () => {
      const total = seriesOf(subject, recordedName('total', STEP));
      const since = (seconds: number, step: number) =>
        `(${STEP} + time() - min_over_time(timestamp(${total})${stepsRange(
          seconds,
          step,
        )}))`;
      const step = Math.min(
        HOUR,
        Math.ceil(longest / SHARE_STEPS / STEP) * STEP,
      );
      const recorded = `(${since(longest + ABSENCE, step)} or ${since(
        HOUR,
        STEP,
      )})`;
      const passed = `(time() - ${start})`;
      const end = calendarSeries('end', subject, window);
      return `(${recorded} < on () group_left () ${passed} or 0 * ${recorded} + on () group_left () ${passed}) / on () group_left () (${end} - on () ${start})`;
    },
  };
}
