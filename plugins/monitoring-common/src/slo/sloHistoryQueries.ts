import { hourlyRange } from './hourlyRange';
import { formatDuration } from '../durations/formatDuration';
import { EventKind, recordedSelector } from './recordedSeries';
import { sliExpressions } from './sliExpressions';
import { sloWindowSeconds } from './sloWindowSeconds';
import { Slo } from './types';

const HOUR = 3_600;

/**
 * Range queries for an SLO's history; each answers one series without labels.
 *
 * @public
 */
export interface SloHistoryExpressions {
  /** Bad events over the SLO's window. */
  windowBad: string;
  /** All events over the SLO's window. */
  windowTotal: string;
  /** Bad events over the last hour. */
  hourBad: string;
  /** All events over the last hour. */
  hourTotal: string;
}

/**
 * Queries for an SLO's history, from the recorded and from the raw series.
 *
 * @public
 */
export interface SloHistoryQueries {
  recorded: SloHistoryExpressions;
  /** Dearer; right from the first day. */
  raw: SloHistoryExpressions;
  /**
   * Instant query at the start of the range: the share of the window before it that is recorded,
   * 0..1. From about 0.99 on `recorded` is whole; below, or without an answer, use `raw`.
   */
  recordedShare: string;
}

function hourlySum(expression: string, seconds: number): string {
  return `sum_over_time((${expression})${hourlyRange(
    Math.round(seconds / HOUR),
  )})`;
}

/**
 * The PromQL of an SLO's burn-down and burn rate. A calendar window is shown as a rolling one of
 * its nominal length.
 *
 * @param options - `step` of the range query, in seconds: under an hour the recorded figures
 *   follow at 5 minutes, else by the hour; raw ones always by the hour
 * @public
 */
export function sloHistoryQueries(
  slo: Slo,
  options: { step: number },
): SloHistoryQueries {
  const seconds = sloWindowSeconds(slo.window);
  const hour = sliExpressions(slo, HOUR);
  const recordedHour = (kind: EventKind) =>
    `sum(${recordedSelector(kind, HOUR, slo)})`;
  const recordedWindow = (kind: EventKind) =>
    options.step < HOUR
      ? `sum(sum_over_time(${recordedSelector(kind, 300, slo)}[${formatDuration(
          seconds - 1,
        )}:5m]))`
      : hourlySum(recordedHour(kind), seconds);
  return {
    recorded: {
      windowBad: recordedWindow('bad'),
      windowTotal: recordedWindow('total'),
      hourBad: recordedHour('bad'),
      hourTotal: recordedHour('total'),
    },
    raw: {
      windowBad: hourlySum(hour.bad, seconds),
      windowTotal: hourlySum(hour.total, seconds),
      hourBad: hour.bad,
      hourTotal: hour.total,
    },
    recordedShare: `count_over_time((${recordedHour('total')})${hourlyRange(
      Math.round(seconds / HOUR),
    )}) / ${Math.round(seconds / HOUR)}`,
  };
}
