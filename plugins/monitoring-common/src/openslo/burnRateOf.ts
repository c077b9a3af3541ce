import { Fraction } from '../slo/arithmetic/Fraction';

/** Burn rate that spends a share of the budget within the long window, as decimal text. */
export function burnRateOf(
  budgetPercent: string,
  longWindow: number,
  windowSeconds: number,
): string {
  return Fraction.parse(budgetPercent)
    .times(Fraction.of(windowSeconds, 100 * longWindow))
    .toText();
}
