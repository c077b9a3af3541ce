import { SloHistory } from '@sightline/backstage-plugin-monitoring-common';
import { valueAt } from '../BurnDown';

const HOUR = 3_600;
const DAY = 24 * HOUR;

/** How long a bar of the chart of events is. */
export type BucketLength = 'day' | 'hour' | 'step';

/** Events of a day or an hour. */
export interface EventBucket {
  /** Unix seconds. */
  start: number;
  /** Unix seconds. */
  end: number;
  bad: number;
  total: number;
  /** Share of budget left at its end, where known. */
  budgetRemaining?: number;
}

/** Days for a window of more than two, hours for one of more than two, else the steps as they are. */
export function bucketLength(windowSeconds: number): BucketLength {
  if (windowSeconds > 2 * DAY) {
    return 'day';
  }
  return windowSeconds > 2 * HOUR ? 'hour' : 'step';
}

/**
 * Sums what happened during the steps of a history by the zone's days, or by hours. Steps without
 * data add nothing; a bucket without any is left out.
 *
 * @param timeZone - IANA name; absent means the browser's own zone
 */
export function eventBuckets(
  history: SloHistory,
  length: BucketLength,
  timeZone?: string,
): EventBucket[] {
  const { times, step, events, budgetRemaining } = history;
  const keyOf = bucketKeys(length, timeZone);
  const buckets = new Map<string, EventBucket>();
  times.forEach((time, index) => {
    const total = events.total[index];
    const bad = events.bad[index];
    if (total === null || bad === null) {
      return;
    }
    // A step lies in the bucket that holds its middle.
    const key = keyOf(time - step / 2);
    const bucket = buckets.get(key) ?? {
      start: time - step,
      end: time,
      bad: 0,
      total: 0,
    };
    bucket.end = time;
    bucket.bad += bad;
    bucket.total += total;
    bucket.budgetRemaining = valueAt(times, budgetRemaining, time);
    buckets.set(key, bucket);
  });
  return [...buckets.values()];
}

function bucketKeys(
  length: BucketLength,
  timeZone?: string,
): (time: number) => string {
  if (length === 'day') {
    const days = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    return time => days.format(time * 1000);
  }
  return length === 'hour'
    ? time => String(Math.floor(time / HOUR))
    : time => String(time);
}
