import { burnRatePairs } from '../alerts/burnRatePairs';
import { canFire } from '../alerts/canFire';
import { percentText } from '../arithmetic/percentText';
import { Slo } from '../types';
import { longWindows } from './pairTexts';
import { SloWarning } from './SloWarning';

/** Pairs that need more than 100 % errors. */
export function unreachablePairs(slo: Slo): SloWarning[] {
  const pairs = burnRatePairs(slo);
  const unreachable = pairs.filter(pair => !canFire(pair, slo.objective));
  if (unreachable.length === 0) {
    return [];
  }
  const rest =
    unreachable.length < pairs.length
      ? 'it is left out, the others are used'
      : 'no pair is left, so only the alert on a spent budget is used';
  return [
    {
      message: `The burn-rate alert of '${slo.id}' over ${longWindows(
        unreachable,
      )} can never fire, because at an objective of ${percentText(
        slo.objective,
      )} % it needs more than 100 % errors; ${rest}`,
    },
  ];
}
