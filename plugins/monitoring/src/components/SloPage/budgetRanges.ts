import {
  SloWindow,
  sloWindowSeconds,
} from '@sightline/backstage-plugin-monitoring-common';

const DAY = 86_400;

/** A length of time that the budget can be looked at over. */
export interface BudgetRange {
  /** In the page's address. */
  key: string;
  /** In seconds; absent means the SLO's own window. */
  seconds?: number;
}

/** 1 d, 7 d, the SLO's own window and 90 d, shortest first, none twice. */
export function budgetRanges(window: SloWindow): BudgetRange[] {
  const own = sloWindowSeconds(window);
  const isFixed = window.type === 'rolling';
  return [
    ...[DAY, 7 * DAY, 90 * DAY]
      .filter(seconds => !isFixed || seconds !== own)
      .map(seconds => ({ key: `${seconds / DAY}d`, seconds, order: seconds })),
    { key: 'window', order: own },
  ]
    .sort((a, b) => a.order - b.order)
    .map(({ order, ...range }) => range);
}
