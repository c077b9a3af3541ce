import { NARROW_SPACE, NO_VALUE } from './characters';
import { formatNumber } from './formatNumber';

/**
 * A share as percent, rounded: `60.4 %`.
 *
 * @param share - 1 is 100 %
 * @param decimals - exactly so many decimals; absent means at most three significant digits
 */
export function formatPercent(
  share: number | undefined,
  decimals?: number,
): string {
  if (share === undefined || !Number.isFinite(share)) {
    return NO_VALUE;
  }
  return `${formatNumber(share * 100, decimals)}${NARROW_SPACE}%`;
}

/** Share of the error budget left, with one decimal: `60.4 %`, `−4.2 %`. */
export function formatBudget(share: number | undefined): string {
  return formatPercent(share, 1);
}

/**
 * An objective as its author wrote it: `99.9 %`.
 *
 * @param objective - between 0 and 1, exclusive
 */
export function formatObjective(objective: number): string {
  return `${percentText(objective)}${NARROW_SPACE}%`;
}

/**
 * An SLI with two decimals more than its objective, cut off and never rounded up: an SLI
 * of 99.8999 % is not shown as the objective of 99.9 % that it misses.
 *
 * @param sli - share of good events, 0..1
 * @param objective - between 0 and 1, exclusive
 */
export function formatSli(sli: number | undefined, objective: number): string {
  if (sli === undefined || !Number.isFinite(sli)) {
    return NO_VALUE;
  }
  const decimals = (percentText(objective).split('.')[1] ?? '').length + 2;
  const [whole, fraction = ''] = percentText(sli).split('.');
  const cut = fraction.slice(0, decimals).padEnd(decimals, '0');
  return `${whole}.${cut}${NARROW_SPACE}%`;
}

/**
 * The percent as decimal text. Ten decimals hide the binary noise of `1 - 0.0004`, which
 * would otherwise cut one too many from the last decimal.
 */
function percentText(share: number): string {
  return (share * 100).toFixed(10).replace(/\.?0+$/, '');
}
