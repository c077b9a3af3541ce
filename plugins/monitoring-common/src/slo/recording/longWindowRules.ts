import { formatDuration } from '../../durations/formatDuration';
import { RecordingRule } from '../../rules/types';
import { EVENT_KINDS } from './rawRecordingRules';
import {
  labelsOf,
  ofSubject,
  RecordingSubject,
  seriesOf,
} from './RecordingSubject';
import { EventKind, recordedName, recordedShareName } from './recordedSeries';
import { stepsRange } from '../windows/stepsRange';

const MINUTE = 60;
const STEP = 5 * MINUTE;
const HOUR = 60 * MINUTE;

/** Long windows up to here wake people, and follow by the minute. In seconds. */
const LONGEST_BY_MINUTE = 6 * HOUR;

/** Fineness of the search for the beginning of a recording: every minute, so not too fine. */
const SHARE_STEPS = 72;

/**
 * Sum of the 5-minute series that ends with the latest one. Steps of a subquery lie on the clock, at
 * :00, :05, …: so the series is moved by the minutes since then, and of the five sums the one of this
 * minute is taken. It is moved by up to a whole minute, so that each step meets the sample of its own.
 */
function byMinute(series: string, window: number): string {
  return [0, 1, 2, 3, 4]
    .map(minute => {
      const moved = `offset -${formatDuration((minute + 1) * MINUTE - 0.001)}`;
      return `sum_over_time((${series} ${moved})${stepsRange(
        window,
        STEP,
      )}) and on () (minute() % 5 == ${minute})`;
    })
    .join(' or ');
}

function longWindowExpression(
  subject: RecordingSubject,
  kind: EventKind,
  window: number,
): string {
  const series = seriesOf(subject, recordedName(kind, STEP));
  return window <= LONGEST_BY_MINUTE && window % STEP === 0
    ? byMinute(series, window)
    : `sum_over_time(${series}${stepsRange(window, STEP)})`;
}

/**
 * Rules of the windows that are too long for the raw series: sums of the 5-minute pair,
 * event-weighted and far cheaper.
 */
export function longWindowRules(
  subject: RecordingSubject,
  windows: number[],
): RecordingRule[] {
  return windows.flatMap(window =>
    EVENT_KINDS.map(kind => ({
      record: recordedName(kind, window),
      expr: ofSubject(longWindowExpression(subject, kind, window), subject),
      labels: labelsOf(subject),
    })),
  );
}

/**
 * Share of the time before now that is recorded, 0..1: 1 when anything was recorded within four days
 * before the beginning of the window (a night or a weekend without the service makes nothing young),
 * else the time since the first record of the window.
 *
 * @param steps - into about how many the window is divided to find its first record
 */
export function recordedShareExpression(
  subject: RecordingSubject,
  window: number,
  steps: number,
): string {
  const total = seriesOf(subject, recordedName('total', STEP));
  const before = `count_over_time(${total}[4d:1h] offset ${formatDuration(
    window,
  )}) > bool 0`;
  const since = (range: string) =>
    `(${STEP} + time() - min_over_time(timestamp(${total})${range})) / ${window}`;
  const step = Math.min(HOUR, Math.ceil(window / steps / STEP) * STEP);
  const found = since(stepsRange(window, step));
  // Until the first step there are only finer ones.
  const first =
    step > STEP ? ` or ${since(stepsRange(Math.min(window, HOUR), STEP))}` : '';
  return `clamp_max(${before} or ${found}${first}, 1)`;
}

/** Rules that say which share of a long alerting window is recorded. */
export function recordedShareRules(
  subject: RecordingSubject,
  windows: number[],
): RecordingRule[] {
  return windows.map(window => ({
    record: recordedShareName(window),
    expr: ofSubject(
      recordedShareExpression(subject, window, SHARE_STEPS),
      subject,
    ),
    labels: labelsOf(subject),
  }));
}
