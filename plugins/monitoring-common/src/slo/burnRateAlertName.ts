import { BurnRateTier } from './BurnRateTier';

/** Alert names by tier. Stable: a renamed alert restarts. */
const NAMES: Record<BurnRateTier, string> = {
  fast: 'SloBurnRateFast',
  medium: 'SloBurnRateMedium',
  slow: 'SloBurnRateSlow',
  long: 'SloBurnRateLong',
};

/**
 * Name of the alert of one burn-rate pair.
 *
 * @public
 */
export function burnRateAlertName(tier: BurnRateTier): string {
  return NAMES[tier];
}

/**
 * The tier of a burn-rate alert; `undefined` for any other alert.
 *
 * @public
 */
export function burnRateAlertTier(alert: string): BurnRateTier | undefined {
  return (Object.keys(NAMES) as BurnRateTier[]).find(
    tier => NAMES[tier] === alert,
  );
}
