const MULTIPLES = [1, 2, 2.5, 5];
/** However small the space is said to be: more lines are no help. */
const MOST = 100;

/**
 * Round values between two others, at least so far apart.
 *
 * @param least - distance of two ticks, in units of the axis
 * @returns ascending
 */
export function roundTicks(
  min: number,
  max: number,
  least: number,
): { ticks: number[]; increment: number } {
  const span = max - min;
  if (!(span > 0) || !Number.isFinite(span)) {
    return { ticks: Number.isFinite(min) ? [min] : [], increment: 1 };
  }
  const increment = roundIncrement(Math.max(least, span / MOST));
  const ticks: number[] = [];
  const first = Math.ceil(Number((min / increment).toPrecision(12)));
  for (let step = first; ticks.length <= MOST; step++) {
    const tick = Number((step * increment).toPrecision(12));
    if (tick > max + increment * 1e-9) {
      break;
    }
    ticks.push(tick);
  }
  return { ticks, increment };
}

/** The smallest round number that is not below the one that is wanted. */
export function roundIncrement(wanted: number): number {
  const power = Math.floor(Math.log10(wanted));
  for (const exponent of [power, power + 1]) {
    for (const multiple of MULTIPLES) {
      const increment = Number(`${multiple}e${exponent}`);
      if (increment >= wanted * (1 - 1e-9)) {
        return increment;
      }
    }
  }
  return wanted;
}
