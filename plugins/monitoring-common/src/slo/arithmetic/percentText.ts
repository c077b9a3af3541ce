import { Fraction } from './Fraction';

/** A share between 0 and 1 as per cent, from decimal text: `0.999` is `99.9`. */
export function percentText(share: string): string {
  return Fraction.parse(share).times(Fraction.of(100, 1)).toText();
}
