import {
  BurnRatePair,
  SloStatus,
} from '@sightline/backstage-plugin-monitoring-common';
import { decidingPair } from '../SloCard/sloFigures';

/** The window that most SLOs have; a row says its own when it is another. In seconds. */
const USUAL_WINDOW = 30 * 86_400;

/**
 * The burn-rate pair whose figure a row shows: the one by which the budget's end is told, else the
 * deciding one.
 */
export function shownPair(slo: SloStatus): BurnRatePair | undefined {
  const deciding = decidingPair(slo);
  return deciding?.firing
    ? deciding
    : slo.burnRates.find(
        ({ longWindow }) => longWindow === slo.exhaustionWindow,
      ) ?? deciding;
}

/** Whether a row has to say which window its SLO has. */
export function isUnusualWindow({ window, objective }: SloStatus): boolean {
  return (
    objective > 0 &&
    !(window.type === 'rolling' && window.duration === USUAL_WINDOW)
  );
}

/** What tells an SLO from all others in a list. */
export function sloKey({
  entityRef,
  id,
}: Pick<SloStatus, 'entityRef' | 'id'>): string {
  return `${entityRef} ${id}`;
}
