const LOWEST = 0.1;
const HIGHEST = 100;

/**
 * Where a burn rate stands on the logarithmic scale from 0.1× to 100×, as a share of its
 * length; what lies beyond stands at the end.
 */
export function burnScale(rate: number): number {
  if (!(rate > LOWEST)) {
    return 0;
  }
  const decades = Math.log10(HIGHEST / LOWEST);
  return Math.min(1, Math.log10(rate / LOWEST) / decades);
}
