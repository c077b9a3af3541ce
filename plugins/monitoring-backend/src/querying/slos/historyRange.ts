import { checkRange } from '../range';
import { SloHistoryQuery } from './SloHistoryService';

/** The rules behind an SLO's figures are not evaluated more often. In seconds. */
const FINEST_STEP = 300;

/** Prometheus answers 11,000 points. */
const MOST_STEPS = 10_000;

/** Points of a history when the caller names no step. */
const POINTS = 400;

const HOUR = 3_600;

/** Steps that lie on the clock, whatever the zone: parts of an hour, then whole hours. In seconds. */
const PARTS_OF_HOUR = [300, 600, 900, 1_800, HOUR];

/** Ends are moved down to multiples of no more than this, so that what began just now is in it. In seconds. */
const COARSEST_END = 300;

/** Calendar windows begin on the clock, and so have steps to end: at multiples of up to this. In seconds. */
const COARSEST_CLOCK = 900;

/** A range that ended no longer ago than this ends now. In seconds. */
const LIVE = 1_800;

/** The grid of a history: steps that are queried, and points that are answered. */
export interface HistoryRange {
  /** Unix seconds at which the first queried step ends. */
  start: number;
  /** Unix seconds at which the last one ends. */
  end: number;
  /** Length of a step, in seconds. */
  step: number;
  /** Unix seconds of the first point that was asked for. */
  from: number;
  stepsPerPoint: number;
  /** Whether it ends about now. */
  live: boolean;
}

function stepFor(seconds: number): number {
  const smallest = seconds / MOST_STEPS;
  return (
    PARTS_OF_HOUR.find(step => step >= smallest) ??
    Math.ceil(smallest / HOUR) * HOUR
  );
}

/**
 * The grid of a history. It is queried from one window before the first point on, in steps as fine
 * as Prometheus answers them, and answered in fewer points.
 *
 * @param query - in Unix milliseconds
 * @param options - `lead`, how long before the first point the query has to begin, in seconds;
 *   `windowSeconds` of the SLO, and whether its window `isCalendar`; `now` in Unix milliseconds;
 *   `finestStep` in seconds
 * @throws `InputError` for a range that cannot be queried
 */
export function historyRange(
  query: SloHistoryQuery,
  options: {
    windowSeconds: number;
    lead: number;
    now: number;
    isCalendar: boolean;
    finestStep?: number;
  },
): HistoryRange {
  const to = Math.min(query.to ?? options.now, options.now);
  const from = query.from ?? to - options.windowSeconds * 1_000;
  checkRange({ from, to });
  const seconds = (to - from) / 1_000;
  const step = Math.max(
    options.finestStep ?? FINEST_STEP,
    stepFor(seconds + options.lead),
  );
  const grain = Math.min(
    step,
    options.isCalendar ? COARSEST_CLOCK : COARSEST_END,
  );
  const end = Math.floor(to / 1_000 / grain) * grain;
  const first = end - Math.floor(seconds / step) * step;
  const wanted = query.step ?? seconds / POINTS;
  return {
    start: first - Math.ceil(options.lead / step) * step,
    end,
    step,
    from: first,
    stepsPerPoint: Math.max(1, Math.ceil(wanted / step)),
    live: options.now - to < LIVE * 1_000,
  };
}
