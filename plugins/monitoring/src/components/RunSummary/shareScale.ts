const ENDS = [0.05, 0.1, 0.25, 0.5];

/** The end of a bar on which a share and its limit can both be read, 0..1. */
export function shareScale(share: number, limit: number): number {
  const largest = Math.max(share, limit) * 1.2;
  return ENDS.find(end => largest <= end) ?? 1;
}
