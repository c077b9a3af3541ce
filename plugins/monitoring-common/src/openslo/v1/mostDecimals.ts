/** Digits behind the point that rules can be computed with exactly. */
export const MOST_DECIMALS = 12;
