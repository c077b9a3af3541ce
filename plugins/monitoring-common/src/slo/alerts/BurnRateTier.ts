/**
 * Which of an SLO's burn-rate alerts; the faster, the more urgent.
 *
 * @public
 */
export type BurnRateTier = 'fast' | 'medium' | 'slow' | 'long';
