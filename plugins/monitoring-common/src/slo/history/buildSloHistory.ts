import { allowedBadEvents } from '../arithmetic/allowedBadEvents';
import { budgetRemaining } from '../arithmetic/budgetRemaining';
import { burnRate } from '../arithmetic/burnRate';
import { burnRatePairs } from '../alerts/burnRatePairs';
import { errorBudgetRatio } from '../arithmetic/errorBudgetRatio';
import { errorRatio } from '../arithmetic/errorRatio';
import { EventSlices } from '../sli/EventSlices';
import { findSloIncidents } from './findSloIncidents';
import { SloAlertSteps, sloAlertRegions } from './sloAlertRegions';
import { EventCounts } from '../status/SloSamples';
import { sloWindowBounds } from '../windows/sloWindowBounds';
import { Slo, SloHistory } from '../types';

const HOUR = 3_600;

/**
 * What an SLO's past is made from.
 *
 * @public
 */
export interface SloHistoryInput {
  slo: Slo;
  /** Unix seconds at which the first step ends; early enough for the first point's whole window. */
  start: number;
  /** Length of a step, in seconds. */
  step: number;
  /** Events of each step. */
  counts: readonly EventCounts[];
  /** Unix seconds from which on points are wanted. */
  from: number;
  /** How many steps are one point, whose events are added. */
  stepsPerPoint: number;
  /** Whether the last step ends now, so that what goes on has no end yet. */
  live: boolean;
  source: SloHistory['source'];
  /** When alerts fired, as Prometheus remembers it; empty when it does not. */
  alerts: SloAlertSteps[];
}

/** The window that holds a step, up to the step's end. */
interface WindowSoFar {
  /** Index of its first step. */
  first: number;
  /** Index of the last step that is known of the whole of it. */
  last: number;
  /** Share of it that has passed at the end of the step. */
  elapsed: number;
  /** How many steps it has until then, known or not. */
  steps: number;
}

function windowOf(slo: Slo, slices: EventSlices, index: number): WindowSoFar {
  const now = slices.endOf(index);
  const isRolling = slo.window.type === 'rolling';
  // A step that ends with a calendar window is the last of it.
  const { start, end } = sloWindowBounds(slo.window, isRolling ? now : now - 1);
  return {
    first: slices.firstAfter(start),
    last: slices.firstAfter(end) - 1,
    elapsed: (now - start) / (end - start),
    steps: Math.max(1, Math.round((now - start) / slices.step)),
  };
}

/**
 * Bad events that the budget allows in the window that holds a step: of a calendar's in the whole
 * of it, of a rolling one's in the one that ends last, so that all shares are of one budget.
 */
function allowedBadIn(slo: Slo, slices: EventSlices, index: number): number {
  const last =
    slo.window.type === 'rolling'
      ? slices.length - 1
      : windowOf(slo, slices, index).last;
  const { first, elapsed } = windowOf(slo, slices, last);
  const total = slices.sum(first, last)?.total ?? 0;
  return allowedBadEvents(
    total / elapsed,
    Number(errorBudgetRatio(slo.objective)),
  );
}

/** `null` for what is not known, as JSON has it. */
function known(figure: number | undefined): number | null {
  return figure ?? null;
}

/**
 * How an SLO stood over time: budget, burn rates, SLI, events, incidents and alerts, all summed
 * from the same events of consecutive steps, so that they agree. A calendar window begins anew with
 * its budget at its beginning.
 *
 * @public
 */
export function buildSloHistory(input: SloHistoryInput): SloHistory {
  const { slo, step, live, stepsPerPoint } = input;
  const slices = EventSlices.create(input);
  const budget = Number(errorBudgetRatio(slo.objective));
  const last = slices.length - 1;
  const from = slices.firstAfter(input.from - 1);
  // What ended at the first point was before the range.
  const firstWithin = slices.firstAfter(input.from);
  const offset = last % stepsPerPoint;
  const points: number[] = [];
  for (let index = offset; index <= last; index += stepsPerPoint) {
    if (index >= from) {
      points.push(index);
    }
  }

  const coverage = coverageOf(slo, slices, last);
  const left = (index: number) => {
    const { first, elapsed } = windowOf(slo, slices, index);
    const ratio = errorRatio(slices.sum(first, index) ?? {});
    // While its window filled, an event weighs as it does in the window of now: all points are of
    // one budget.
    const filled =
      slo.window.type === 'rolling' && coverage > 0
        ? Math.min(1, coverageOf(slo, slices, index) / coverage)
        : 1;
    return ratio === undefined
      ? undefined
      : budgetRemaining(ratio, budget, elapsed * filled);
  };
  const ratioBefore = (index: number, seconds: number) =>
    errorRatio(slices.before(index, seconds) ?? {});
  const burnBefore = (index: number, seconds: number) => {
    const ratio = ratioBefore(index, seconds);
    return ratio === undefined ? undefined : burnRate(ratio, budget);
  };
  const eventsOf = (index: number) =>
    slices.sum(index - stepsPerPoint + 1, index);

  return {
    id: slo.id,
    entityRef: slo.entityRef,
    times: points.map(index => slices.endOf(index)),
    step: step * stepsPerPoint,
    budgetRemaining: points.map(index => known(left(index))),
    burnRate: points.map(index => known(burnBefore(index, HOUR))),
    burnRates: burnRatePairs(slo).map(({ tier, longWindow }) => ({
      tier,
      values: points.map(index => known(burnBefore(index, longWindow))),
    })),
    sli: points.map(index => {
      const ratio = ratioBefore(index, HOUR);
      return ratio === undefined ? null : 1 - ratio;
    }),
    events: {
      bad: points.map(index => known(eventsOf(index)?.bad)),
      total: points.map(index => known(eventsOf(index)?.total)),
    },
    coverage,
    source: input.source,
    incidents: findSloIncidents(slo, slices, {
      from: firstWithin,
      live,
      allowedBad: index => allowedBadIn(slo, slices, index),
    }),
    alerts: sloAlertRegions(slo, slices, {
      seen: input.alerts,
      from: firstWithin,
      live,
    }),
  };
}

/** Share of the window that holds a step, up to it, for which there is data. */
function coverageOf(slo: Slo, slices: EventSlices, index: number): number {
  if (index < 0) {
    return 0;
  }
  const { first, steps } = windowOf(slo, slices, index);
  return Math.min(1, slices.knownSteps(first, index) / steps);
}
