/** Digits of a number that no decimal text can write to its end, such as 28/3. */
const SIGNIFICANT_DIGITS = 12;

/**
 * An exact fraction. Thresholds of rules are computed in it and printed as decimal text, so that a
 * budget of 0.1 % is `0.001` and never `0.0009999999999999432`.
 */
export class Fraction {
  readonly #numerator: bigint;
  readonly #denominator: bigint;

  /** @param text - a decimal number without exponent, `0.999` */
  static parse(text: string): Fraction {
    const [whole, decimals = ''] = text.split('.');
    return new Fraction(
      BigInt(`${whole}${decimals}`),
      10n ** BigInt(decimals.length),
    );
  }

  /** Both must be integers; `denominator` is positive. */
  static of(numerator: number, denominator: number): Fraction {
    return new Fraction(BigInt(numerator), BigInt(denominator));
  }

  private constructor(numerator: bigint, denominator: bigint) {
    this.#numerator = numerator;
    this.#denominator = denominator;
  }

  minus(other: Fraction): Fraction {
    return new Fraction(
      this.#numerator * other.#denominator -
        other.#numerator * this.#denominator,
      this.#denominator * other.#denominator,
    );
  }

  times(other: Fraction): Fraction {
    return new Fraction(
      this.#numerator * other.#numerator,
      this.#denominator * other.#denominator,
    );
  }

  /** Decimal text without exponent; exact when 12 significant digits are enough, else rounded to them. */
  toText(): string {
    const negative = this.#numerator < 0n;
    const numerator = negative ? -this.#numerator : this.#numerator;
    const whole = numerator / this.#denominator;
    const decimals = this.#decimals(numerator, whole);
    const scale = 10n ** BigInt(decimals);
    const scaled =
      (numerator * scale * 2n + this.#denominator) / (this.#denominator * 2n);
    const digits = scaled.toString().padStart(decimals + 1, '0');
    const text = `${digits.slice(0, digits.length - decimals)}.${digits.slice(
      digits.length - decimals,
    )}`.replace(/\.?0*$/, '');
    return negative && text !== '0' ? `-${text}` : text;
  }

  toNumber(): number {
    return Number(this.toText());
  }

  /** Decimal places that leave 12 significant digits. */
  #decimals(numerator: bigint, whole: bigint): number {
    if (whole > 0n) {
      return Math.max(0, SIGNIFICANT_DIGITS - whole.toString().length);
    }
    let leadingZeros = 0;
    let rest = numerator * 10n;
    while (rest > 0n && rest < this.#denominator) {
      rest *= 10n;
      leadingZeros += 1;
    }
    return leadingZeros + SIGNIFICANT_DIGITS;
  }
}
