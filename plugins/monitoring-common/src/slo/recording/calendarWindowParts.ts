import { formatDuration } from '../../durations/formatDuration';
import { CalendarWindow, calendarSeries } from './calendarSeries';
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
/** A service that was away so long before the window began is not young. */
const ABSENCE = 4 * DAY;

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
    `(last_over_time(${hour(
      kind,
    )}[3599999ms] offset 1ms) and on () (${start} @ end() < time() - ${HOUR}))${stepsRange(
      longest,
      HOUR,
    )}`;
  // What had passed of the hour in which it begins, by the first sample of the five minutes after.
  const before = (kind: EventKind, offset: number) => {
    const sample = offset - (offset % STEP) + STEP - 0.001;
    return `-1 * sum_over_time((${soFar(kind)} offset -${formatDuration(
      sample,
    )} and on () (${start} @ end() - ${offset} == time()))${stepsRange(
      longest,
      HOUR,
    )})`;
  };
  return {
    events: kind => [
      `${hour(kind)} and ${lastHour}`,
      `sum_over_time(${earlier(kind)})`,
      `${soFar(kind)} and on () ${start}`,
      ...offsetsInHour(window).map(offset => before(kind, offset)),
    ],
    hours: () => [
      `0 * ${hour('total')} + 1 and ${lastHour}`,
      `count_over_time(${earlier('total')})`,
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
