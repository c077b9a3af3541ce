/**
 * All tiers, from the fastest to the slowest.
 *
 * @public
 */
export const BURN_RATE_TIERS = ['fast', 'medium', 'slow', 'long'] as const;

/**
 * Which of an SLO's burn-rate alerts; the faster, the more urgent.
 *
 * @public
 */
export type BurnRateTier = (typeof BURN_RATE_TIERS)[number];
