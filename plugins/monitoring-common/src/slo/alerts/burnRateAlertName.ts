import { BURN_RATE_TIERS, BurnRateTier } from './BurnRateTier';

/**
 * Which of an SLO's alerts, from the one that says most: the pairs by their speed, a budget that is
 * spent, and events that are not recorded.
 *
 * @public
 */
export type SloAlertTier = BurnRateTier | 'exhausted' | 'absent';

/** Alert names by tier. Stable: a renamed alert restarts. */
const NAMES: Record<SloAlertTier, string> = {
  fast: 'SloBurnRateFast',
  medium: 'SloBurnRateMedium',
  slow: 'SloBurnRateSlow',
  long: 'SloBurnRateLong',
  exhausted: 'SloBudgetExhausted',
  absent: 'SloMetricsAbsent',
};

/**
 * Tiers of which each says what the ones behind it would: while one fires, those need tell nobody.
 *
 * @public
 */
export const INHIBITING_TIERS: SloAlertTier[] = [
  ...BURN_RATE_TIERS,
  'exhausted',
];

/**
 * Name of the alert of one burn-rate pair.
 *
 * @public
 */
export function burnRateAlertName(tier: BurnRateTier): string {
  return NAMES[tier];
}

/**
 * Name of an SLO's alert of one tier.
 *
 * @public
 */
export function sloAlertName(tier: SloAlertTier): string {
  return NAMES[tier];
}

/**
 * The tier of an alert about an SLO; `undefined` for any other alert.
 *
 * @public
 */
export function sloAlertTier(alert: string): SloAlertTier | undefined {
  return (Object.keys(NAMES) as SloAlertTier[]).find(
    tier => NAMES[tier] === alert,
  );
}

/**
 * The tier of a burn-rate alert; `undefined` for any other alert.
 *
 * @public
 */
export function burnRateAlertTier(alert: string): BurnRateTier | undefined {
  return BURN_RATE_TIERS.find(tier => NAMES[tier] === alert);
}
