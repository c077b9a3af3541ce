import { Fraction } from './Fraction';

/**
 * Share of events that may be bad, as decimal text: `0.999` leaves `0.001`.
 *
 * @param objective - decimal text between 0 and 1, exclusive
 * @public
 */
export function errorBudgetRatio(objective: string): string {
  return Fraction.parse('1').minus(Fraction.parse(objective)).toText();
}
