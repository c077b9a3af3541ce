/** A bound in the unit of its histogram. Rounded: 0.3 / 0.001 is no whole number for a computer. */
export function boundInUnits(
  boundSeconds: number,
  unitSeconds: number = 1,
): number {
  return Number((boundSeconds / unitSeconds).toPrecision(12));
}
