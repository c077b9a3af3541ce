import { NO_VALUE } from './characters';
import { formatNumber } from './formatNumber';

/**
 * A burn rate, `1×` spends the budget evenly over the SLO's window: `14.4×`, `0.5×`, `120×`.
 * One decimal up to 100; what is there but would round to nothing is `<0.1×`.
 */
export function formatBurnRate(rate: number | undefined): string {
  if (rate === undefined || !Number.isFinite(rate)) {
    return NO_VALUE;
  }
  if (rate > 0 && rate < 0.05) {
    return '<0.1×';
  }
  return `${formatNumber(rate, rate >= 100 ? 0 : 1)}×`;
}

/** A limit of a burn rate without needless decimals: `14.4×`, `1×`. */
export function formatBurnLimit(limit: number): string {
  return `${Number(limit.toFixed(2))}×`;
}
