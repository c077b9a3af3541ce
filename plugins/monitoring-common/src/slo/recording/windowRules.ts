import { SloWindow } from '../../annotations/types';
import { formatDuration } from '../../durations/formatDuration';
import { quoteString } from '../../promql/quoteString';
import { RecordingRule } from '../../rules/types';
import { calendarWindowParts } from './calendarWindowParts';
import { recordedShareExpression } from './longWindowRules';
import { EVENT_KINDS, RawEvents } from './rawRecordingRules';
import {
  labelsOf,
  ofSubject,
  RecordingSubject,
  seriesOf,
} from './RecordingSubject';
import { EventKind, recordedName } from './recordedSeries';
import { sloWindowKey } from '../windows/sloWindowKey';
import { stepsRange } from '../windows/stepsRange';
import { WindowParts } from './WindowParts';

const STEP = 300;
const HOUR = 3_600;

/** Fineness of the search for the beginning of a recording: an hour in 30 days. */
const SHARE_STEPS = 720;

/** The last full hour of the clock, when it is asked within a subquery of that hour. */
const LAST_HOUR = 'last_over_time(vector(time())[1h:1h] @ end())';

/**
 * Events of the last full hour of the clock. Where a gap lies over its end, those of its 5-minute
 * figures.
 */
function hourExpression(subject: RecordingSubject, kind: EventKind): string {
  const hour = seriesOf(subject, recordedName(kind, HOUR));
  const steps = seriesOf(subject, recordedName(kind, STEP));
  return `last_over_time((${hour} or sum_over_time(${steps}${stepsRange(
    HOUR,
    STEP,
  )}))[1h:1h])`;
}

/** Events since the last full hour of the clock. */
function soFarExpression(subject: RecordingSubject, kind: EventKind): string {
  const steps = seriesOf(subject, recordedName(kind, STEP));
  return `sum_over_time((${steps} * on () group_left () (vector(time()) > bool on () ${LAST_HOUR}))${stepsRange(
    HOUR,
    STEP,
  )})`;
}

/** Whole hours: those of the clock, and of the current one what has passed now instead of then. */
function rollingParts(subject: RecordingSubject, seconds: number): WindowParts {
  const of = (kind: EventKind) => {
    const hour = seriesOf(subject, `sightline:sli_${kind}:hour`);
    const soFar = seriesOf(subject, `sightline:sli_${kind}:hour_so_far`);
    const earlier = `(last_over_time(${hour}[3599999ms] offset 1ms))${stepsRange(
      seconds - HOUR,
      HOUR,
    )}`;
    return { hour, soFar, earlier: seconds > HOUR ? earlier : undefined };
  };
  return {
    events: kind => {
      const { hour, soFar, earlier } = of(kind);
      return [
        hour,
        ...(earlier ? [`sum_over_time(${earlier})`] : []),
        soFar,
        `-1 * last_over_time(${soFar}[10m] offset ${formatDuration(seconds)})`,
      ];
    },
    hours: () => {
      const { hour, earlier } = of('total');
      return [
        `0 * ${hour} + 1`,
        ...(earlier ? [`count_over_time(${earlier})`] : []),
      ];
    },
    recorded: () => recordedShareExpression(subject, seconds, SHARE_STEPS),
  };
}

/** Not whole hours: the 5-minute figures, or the raw series where those do not fit either. */
function oddParts(
  subject: RecordingSubject,
  seconds: number,
  raw: RawEvents,
): WindowParts {
  const steps = (kind: EventKind) =>
    `${seriesOf(subject, recordedName(kind, STEP))}${stepsRange(
      seconds,
      STEP,
    )}`;
  return {
    events: kind => [
      seconds % STEP === 0
        ? `sum_over_time(${steps(kind)})`
        : raw(kind, seconds),
    ],
    hours: () => [`count_over_time(${steps('total')}) / ${HOUR / STEP}`],
    recorded: () => recordedShareExpression(subject, seconds, SHARE_STEPS),
  };
}

function partsOf(
  subject: RecordingSubject,
  window: SloWindow,
  raw: RawEvents,
): WindowParts {
  if (window.type === 'calendar') {
    return calendarWindowParts(subject, window);
  }
  return window.duration % HOUR === 0
    ? rollingParts(subject, window.duration)
    : oddParts(subject, window.duration, raw);
}

/** Sum of what there is of several parts; `+` would answer nothing when one is missing. */
function sumOf(subject: RecordingSubject, parts: string[]): string {
  const by = subject.entity ? '' : ' by (entity)';
  const each = parts.map(
    (part, index) => `label_replace(${part}, "part", "${index}", "", "")`,
  );
  return `sum${by} (${each.join(' or ')})`;
}

/**
 * Rules of what SLOs are judged by: the events of the whole window, how many hours of it are
 * recorded, and how much of it has passed with recording.
 *
 * @param windows - of all SLOs that have the SLI, in any order
 * @param raw - for windows that are not made of 5 minutes
 */
export function windowRules(
  subject: RecordingSubject,
  windows: SloWindow[],
  raw: RawEvents,
): RecordingRule[] {
  const labels = labelsOf(subject);
  const byKey = [
    ...new Map(windows.map(window => [sloWindowKey(window), window])),
  ].sort(([a], [b]) => (a < b ? -1 : 1));
  const perWindow = (expression: (window: SloWindow) => string) =>
    ofSubject(
      byKey
        .map(
          ([key, window]) =>
            `label_replace(${expression(window)}, "window", ${quoteString(
              key,
            )}, "", "")`,
        )
        .join(' or '),
      subject,
      'entity, window',
    );
  return [
    ...EVENT_KINDS.map(kind => ({
      record: `sightline:sli_${kind}:hour`,
      expr: ofSubject(hourExpression(subject, kind), subject),
      labels,
    })),
    ...EVENT_KINDS.map(kind => ({
      record: `sightline:sli_${kind}:hour_so_far`,
      expr: ofSubject(soFarExpression(subject, kind), subject),
      labels,
    })),
    ...EVENT_KINDS.map(kind => ({
      record: `sightline:sli_${kind}:window`,
      expr: perWindow(
        window =>
          `clamp_min(${sumOf(
            subject,
            partsOf(subject, window, raw).events(kind),
          )}, 0)`,
      ),
      labels,
    })),
    {
      record: 'sightline:sli_hours:window',
      expr: perWindow(window =>
        sumOf(subject, partsOf(subject, window, raw).hours()),
      ),
      labels,
    },
    {
      record: 'sightline:sli_recorded:window',
      expr: perWindow(window => partsOf(subject, window, raw).recorded()),
      labels,
    },
  ];
}
