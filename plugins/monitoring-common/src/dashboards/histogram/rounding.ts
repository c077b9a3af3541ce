/** Rounds to so many decimals; half away from zero where floating point says just below half. */
export function roundDecimals(value: number, decimals: number): number {
  if (Number.isInteger(value)) {
    return value;
  }
  const factor = 10 ** decimals;
  return Math.round(value * factor * (1 + Number.EPSILON)) / factor;
}

/** The multiple of the increment that is not above the value. */
export function roundDown(value: number, increment: number): number {
  return Math.floor(value / increment) * increment;
}

/** The multiple of the increment that is not below the value. */
export function roundUp(value: number, increment: number): number {
  return Math.ceil(value / increment) * increment;
}
