import { BurnRatePairDefinition } from '../alerts/burnRatePairs';
import { Fraction } from './Fraction';

/**
 * Error ratio above which a pair fires: limit × (1 − objective), as decimal text. A pair with 1 or
 * more can never fire.
 *
 * @param objective - decimal text between 0 and 1, exclusive
 * @public
 */
export function errorRatioLimit(
  pair: BurnRatePairDefinition,
  objective: string,
): string {
  return Fraction.parse('1')
    .minus(Fraction.parse(objective))
    .times(Fraction.parse(pair.limit))
    .toText();
}
