import { BurnRatePairDefinition } from './burnRatePairs';
import { errorRatioLimit } from '../arithmetic/errorRatioLimit';

/** Whether a pair can fire at all: more than all events cannot be bad. */
export function canFire(
  pair: BurnRatePairDefinition,
  objective: string,
): boolean {
  return Number(errorRatioLimit(pair, objective)) < 1;
}
