import {
  BurnRatePair,
  SloState,
  SloStatus,
} from '@sightline/backstage-plugin-monitoring-common';
import { Tone } from '../../theme/toneColors';

/** Colour of an SLO's bars: calm as long as nobody has to act. */
export function sloTone(state: SloState): Tone {
  switch (state) {
    case 'exhausted':
    case 'burning':
      return 'error';
    case 'warning':
      return 'warning';
    default:
      return 'neutral';
  }
}

/** The burn-rate pair that a card shows: the one closest to its limit, or furthest beyond. */
export function decidingPair(slo: SloStatus): BurnRatePair | undefined {
  return slo.burnRates[0];
}

/**
 * The whole error budget in minutes of full outage, where the window has a fixed length;
 * for a calendar window, as far as it follows from what is left.
 */
export function totalBudgetMinutes(slo: SloStatus): number | undefined {
  if (slo.window.type === 'rolling') {
    return ((1 - slo.objective) * slo.window.duration) / 60;
  }
  return slo.budgetRemaining && slo.budgetRemainingMinutes !== undefined
    ? slo.budgetRemainingMinutes / slo.budgetRemaining
    : undefined;
}

/** Bad events that the budget still allows, never below zero. */
export function remainingEvents(slo: SloStatus): number | undefined {
  return (
    slo.events &&
    Math.max(0, Math.round(slo.events.allowedBad - slo.events.bad))
  );
}

/** Whether the figures were measured some time ago and say nothing about now. */
export function isLastKnown(slo: SloStatus): boolean {
  return slo.state === 'stale' || slo.state === 'no-traffic';
}

/** Whether there are figures to show. */
export function hasFigures(slo: SloStatus): boolean {
  return slo.budgetRemaining !== undefined;
}

const URGENCY: SloState[] = [
  'exhausted',
  'burning',
  'warning',
  'invalid',
  'no-data',
  'stale',
  'no-traffic',
  'young',
  'ok',
];

/** Compares SLOs: the most urgent state first, then the least budget. */
export function compareUrgency(a: SloStatus, b: SloStatus): number {
  return (
    URGENCY.indexOf(a.state) - URGENCY.indexOf(b.state) ||
    (a.budgetRemaining ?? 1) - (b.budgetRemaining ?? 1)
  );
}
