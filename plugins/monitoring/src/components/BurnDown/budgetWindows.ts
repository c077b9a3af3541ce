import {
  sloWindowSeconds,
  sloWindowStart,
  SloWindow,
} from '@sightline/backstage-plugin-monitoring-common';
import { TimeSpan } from '../charts';

/** More beginnings than these make lines that nobody can tell apart. */
const MOST_WINDOWS = 32;

/** A straight line of budget left: where it starts and ends. */
export interface EvenLine {
  from: { time: number; share: number };
  to: { time: number; share: number };
}

/** When the calendar window after the one that holds `now` begins. Unix seconds. */
export function nextWindowStart(
  window: SloWindow & { type: 'calendar' },
  now: number,
): number {
  // A length and a half after a beginning lies in the next window, however long its months are.
  return sloWindowStart(
    window,
    sloWindowStart(window, now) + 1.5 * sloWindowSeconds(window),
  );
}

/** When calendar windows begin inside a span, ascending; a rolling one never begins. */
export function windowBeginnings(window: SloWindow, span: TimeSpan): number[] {
  if (
    window.type === 'rolling' ||
    (span.to - span.from) / sloWindowSeconds(window) > MOST_WINDOWS
  ) {
    return [];
  }
  const beginnings: number[] = [];
  let next = nextWindowStart(window, span.from);
  while (next <= span.to) {
    beginnings.push(next);
    next = nextWindowStart(window, next);
  }
  return beginnings;
}

/**
 * What an even spending of the budget would leave over a span: from 100 % at the beginning of a
 * window to nothing at its end. A rolling window ends at the end of the span.
 */
export function evenSpending(window: SloWindow, span: TimeSpan): EvenLine[] {
  const windows =
    window.type === 'rolling'
      ? [{ from: span.to - window.duration, to: span.to }]
      : [
          sloWindowStart(window, span.from),
          ...windowBeginnings(window, span),
        ].map(from => ({ from, to: nextWindowStart(window, from) }));
  return windows.map(({ from, to }) => {
    const shareAt = (time: number) => 1 - (time - from) / (to - from);
    const start = Math.max(from, span.from);
    const end = Math.min(to, span.to);
    return {
      from: { time: start, share: shareAt(start) },
      to: { time: end, share: shareAt(end) },
    };
  });
}
