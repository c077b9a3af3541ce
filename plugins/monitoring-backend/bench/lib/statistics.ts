/** The value below which a share of the values lies, between 0 and 1. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = Math.ceil(share * sorted.length) - 1;
  return sorted[Math.min(sorted.length - 1, Math.max(0, at))] ?? NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}
