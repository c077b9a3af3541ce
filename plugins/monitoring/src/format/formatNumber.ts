import { MINUS, NO_VALUE } from './characters';

/**
 * A plain figure with thousands grouped: `28,992`, `−4.2`.
 *
 * @param value - any number; what is not finite becomes `–`
 * @param decimals - exactly so many decimals; absent means at most three significant
 * digits, and none cut off before the decimal point
 */
export function formatNumber(
  value: number | undefined,
  decimals?: number,
): string {
  if (value === undefined || !Number.isFinite(value)) {
    return NO_VALUE;
  }
  const digits = decimals ?? decimalsFor(Math.abs(value));
  const text = new Intl.NumberFormat('en-US', {
    minimumFractionDigits: decimals ?? 0,
    maximumFractionDigits: digits,
  }).format(Math.abs(value));
  const isZero = Number(text.replace(/,/g, '')) === 0;
  return value < 0 && !isZero ? `${MINUS}${text}` : text;
}

function decimalsFor(magnitude: number): number {
  if (magnitude === 0) {
    return 0;
  }
  return Math.min(12, Math.max(0, 2 - Math.floor(Math.log10(magnitude))));
}
