import { SloWindow } from '../annotations/types';
import { BurnRateTier } from './BurnRateTier';
import { Fraction } from './Fraction';
import { sloWindowSeconds } from './sloWindowSeconds';

/**
 * A pair of alerting windows: it fires when the burn rate over both is above the limit.
 *
 * @public
 */
export interface BurnRatePairDefinition {
  tier: BurnRateTier;
  /** `page` wakes somebody, `ticket` can wait for the morning. */
  severity: 'page' | 'ticket';
  /** In seconds. */
  longWindow: number;
  /** In seconds. */
  shortWindow: number;
  /** Per cent of the error budget spent during the long window when the pair fires. */
  budgetPercent: string;
  /** Burn rate above which the pair fires, as decimal text. */
  limit: string;
}

const HOUR = 3_600;
const DAY = 24 * HOUR;

/** From here on the workbook's shares give limits of about 1 and more. */
const WORKBOOK_FROM = 14 * DAY;

/** Per cent of the budget by tier: the workbook's for about a month, Sloth's catalogue for a week. */
const BUDGET_PERCENT = {
  workbook: { fast: '2', medium: '5', slow: '10', long: '10' },
  week: { fast: '8', medium: '12.5', slow: '20', long: '42' },
};

const PAIRS = [
  { tier: 'fast', severity: 'page', longWindow: HOUR, shortWindow: 300 },
  {
    tier: 'medium',
    severity: 'page',
    longWindow: 6 * HOUR,
    shortWindow: 1_800,
  },
  { tier: 'slow', severity: 'ticket', longWindow: DAY, shortWindow: 2 * HOUR },
  {
    tier: 'long',
    severity: 'ticket',
    longWindow: 3 * DAY,
    shortWindow: 6 * HOUR,
  },
] as const;

/**
 * The alerting windows of an SLO with limits for its window: limit = budget share × SLO window ÷
 * long window. Over 30 days 14.4, 6, 3 and 1. Windows under 14 days use larger shares, because the
 * month's would alert on budgets that are not being overspent.
 *
 * @see Site Reliability Workbook, chapter 5, table 5-8
 * @public
 */
export function burnRatePairs(window: SloWindow): BurnRatePairDefinition[] {
  const seconds = sloWindowSeconds(window);
  const percents =
    BUDGET_PERCENT[seconds < WORKBOOK_FROM ? 'week' : 'workbook'];
  return PAIRS.map(pair => ({
    ...pair,
    budgetPercent: percents[pair.tier],
    limit: Fraction.parse(percents[pair.tier])
      .times(Fraction.of(seconds, 100 * pair.longWindow))
      .toText(),
  }));
}
