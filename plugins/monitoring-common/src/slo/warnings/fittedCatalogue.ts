import { formatSloWindow } from '../../durations/formatSloWindow';
import {
  BUILT_IN_CATALOGUE,
  CATALOGUED_FROM,
} from '../alerts/burnRateCatalogues';
import { ownCatalogue } from '../alerts/ownCatalogue';
import { BurnRatePairDefinition, burnRatePairs } from '../alerts/burnRatePairs';
import { sloWindowSeconds } from '../windows/sloWindowSeconds';
import { Slo } from '../types';
import { pairText } from './pairTexts';
import { SloWarning } from './SloWarning';

function samePairs(
  pairs: BurnRatePairDefinition[],
  listed: { longWindow: number; shortWindow: number }[],
): boolean {
  return (
    pairs.length === listed.length &&
    pairs.every(
      ({ longWindow, shortWindow }, index) =>
        longWindow === listed[index].longWindow &&
        shortWindow === listed[index].shortWindow,
    )
  );
}

/** Whether the pairs are those that somebody wrote for such a window. */
export function fittedCatalogue(slo: Slo): SloWarning[] {
  const { timeSlice: _, ...unsliced } = slo;
  const pairs = burnRatePairs(unsliced);
  const own = ownCatalogue(slo);
  const asListed = own
    ? samePairs(pairs, own.pairs)
    : sloWindowSeconds(slo.window) >= CATALOGUED_FROM;
  if (asListed) {
    return [];
  }
  return [
    {
      message: `The burn-rate catalogue '${
        own?.name ?? BUILT_IN_CATALOGUE
      }' is not made for the window of ${formatSloWindow(slo.window)} of '${
        slo.id
      }'; its alerts are fitted to it: ${pairs
        .map(pair => `${pairText(pair)} at ${pair.limit} times`)
        .join(', ')}`,
    },
  ];
}
