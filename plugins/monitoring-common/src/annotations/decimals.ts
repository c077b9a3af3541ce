/** A positive decimal number as a whole number and how many of its digits are decimals. */
interface Decimal {
  digits: bigint;
  scale: number;
}

function parseDecimal(text: string): Decimal {
  const [whole, fraction = ''] = text.split('.');
  return { digits: BigInt(whole + fraction), scale: fraction.length };
}

function formatDecimal({ digits, scale }: Decimal): string {
  const text = digits.toString().padStart(scale + 1, '0');
  const whole = text.slice(0, text.length - scale);
  const fraction = text.slice(text.length - scale).replace(/0+$/, '');
  return fraction ? `${whole}.${fraction}` : whole;
}

/**
 * A percentage as a share, digit by digit: `99.9` is `0.999`, never 0.9990000000000001.
 *
 * @param percent - digits with at most one point
 */
export function percentToShare(percent: string): string {
  const { digits, scale } = parseDecimal(percent);
  return formatDecimal({ digits, scale: scale + 2 });
}

/** `1 - share`, digit by digit, for a share between 0 and 1. */
export function complementOfShare(share: string): string {
  const { digits, scale } = parseDecimal(share);
  return formatDecimal({ digits: 10n ** BigInt(scale) - digits, scale });
}

/** Whether a share lies between 0 and 1, both exclusive. */
export function isProperShare(share: string): boolean {
  const { digits, scale } = parseDecimal(share);
  return digits > 0n && digits < 10n ** BigInt(scale);
}
