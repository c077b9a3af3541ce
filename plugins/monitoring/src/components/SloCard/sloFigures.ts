import {
  budgetMinutes,
  BurnRatePair,
  SloState,
  SloStatus,
  sloWindowSeconds,
  sloWindowStart,
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

/** The pair whose long window "gone in" goes by; absent when the budget lasts. */
export function exhaustionPair(slo: SloStatus): BurnRatePair | undefined {
  return slo.timeToExhaustion === undefined
    ? undefined
    : slo.burnRates.find(
        ({ longWindow }) => longWindow === slo.exhaustionWindow,
      );
}

/** The whole error budget in minutes of full outage; of a calendar window by its actual length. */
export function totalBudgetMinutes(slo: SloStatus): number {
  return budgetMinutes(windowSeconds(slo), 1 - slo.objective);
}

function windowSeconds({ window, windowEnd }: SloStatus): number {
  if (windowEnd === undefined) {
    return sloWindowSeconds(window);
  }
  const end = Date.parse(windowEnd) / 1000;
  return end - sloWindowStart(window, end - 1);
}

/** Whole bad events that the budget still allows, never below zero. */
export function remainingEvents(slo: SloStatus): number | undefined {
  return (
    slo.events &&
    Math.max(0, Math.floor(slo.events.allowedBad) - Math.round(slo.events.bad))
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
