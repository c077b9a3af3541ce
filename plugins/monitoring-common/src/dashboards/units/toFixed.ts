/**
 * A number with as many decimals as Grafana would show.
 *
 * @param value - any number
 * @param decimals - exactly so many; absent means three significant digits, and none for
 * whole numbers
 */
export function toFixed(value: number, decimals?: number): string {
  if (Number.isNaN(value)) {
    return 'NaN';
  }
  if (!Number.isFinite(value)) {
    return value > 0 ? '∞' : '-∞';
  }
  const digits = Math.max(0, decimals ?? autoDecimals(value));
  if (value === 0) {
    return value.toFixed(Math.min(100, digits));
  }
  // Rounds halves up as Grafana does; Number.toFixed rounds the binary value instead.
  const factor = 10 ** digits;
  const rounded = Math.round(value * factor) / factor;
  const text = String(Number.isFinite(rounded) ? rounded : value);
  if (text.includes('e')) {
    return text;
  }
  const [whole, fraction = ''] = text.split('.');
  return digits === 0 ? whole : `${whole}.${fraction.padEnd(digits, '0')}`;
}

/** Decimals that leave three significant digits; none for whole numbers. */
function autoDecimals(value: number): number {
  if (value % 1 === 0 || !Number.isFinite(value)) {
    return 0;
  }
  return Math.max(0, 2 - Math.floor(Math.log(Math.abs(value)) / Math.LN10));
}
