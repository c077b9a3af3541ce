import { BurnRateCatalogue } from '../types';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

type Pair = BurnRateCatalogue['pairs'][number];

function pair(
  tier: Pair['tier'],
  longWindow: number,
  shortWindow: number,
  budgetPercent: string,
): Pair {
  return {
    tier,
    severity: tier === 'fast' || tier === 'medium' ? 'page' : 'ticket',
    longWindow,
    shortWindow,
    budgetPercent,
  };
}

/**
 * The built-in catalogue, by the shortest SLO window that each line serves. From 14 days the
 * workbook's. For a week Sloth's shares: with those of a month, a week's slow pairs would alert on
 * a budget that is not overspent. Below, windows in proportion, with short ones of at least 5 minutes and
 * shares that keep the limits of every line above 1 and falling from tier to tier; a pair that would repeat another is
 * left out.
 */
const GOOGLE: { from: number; pairs: Pair[] }[] = [
  {
    from: 14 * DAY,
    pairs: [
      pair('fast', HOUR, 5 * MINUTE, '2'),
      pair('medium', 6 * HOUR, 30 * MINUTE, '5'),
      pair('slow', DAY, 2 * HOUR, '10'),
      pair('long', 3 * DAY, 6 * HOUR, '10'),
    ],
  },
  {
    from: 7 * DAY,
    pairs: [
      pair('fast', HOUR, 5 * MINUTE, '8'),
      pair('medium', 6 * HOUR, 30 * MINUTE, '12.5'),
      pair('slow', DAY, 2 * HOUR, '20'),
      pair('long', 3 * DAY, 6 * HOUR, '42'),
    ],
  },
  {
    from: 3 * DAY,
    pairs: [
      pair('fast', 30 * MINUTE, 5 * MINUTE, '8'),
      pair('medium', 2 * HOUR, 10 * MINUTE, '12.5'),
      pair('slow', 6 * HOUR, 30 * MINUTE, '15'),
      pair('long', DAY, 2 * HOUR, '35'),
    ],
  },
  {
    from: DAY,
    pairs: [
      pair('fast', 15 * MINUTE, 5 * MINUTE, '10'),
      pair('medium', HOUR, 5 * MINUTE, '15'),
      pair('slow', 3 * HOUR, 15 * MINUTE, '20'),
      pair('long', 6 * HOUR, 30 * MINUTE, '30'),
    ],
  },
  {
    from: 6 * HOUR,
    pairs: [
      pair('fast', 15 * MINUTE, 5 * MINUTE, '15'),
      pair('slow', HOUR, 5 * MINUTE, '25'),
      pair('long', 2 * HOUR, 10 * MINUTE, '40'),
    ],
  },
  {
    from: 3 * HOUR,
    pairs: [
      pair('fast', 15 * MINUTE, 5 * MINUTE, '25'),
      pair('slow', 30 * MINUTE, 5 * MINUTE, '30'),
      pair('long', HOUR, 5 * MINUTE, '45'),
    ],
  },
  {
    from: 0,
    pairs: [
      pair('fast', 15 * MINUTE, 5 * MINUTE, '50'),
      pair('slow', 30 * MINUTE, 5 * MINUTE, '60'),
    ],
  },
];

/**
 * Name of the built-in catalogue.
 *
 * @public
 */
export const BUILT_IN_CATALOGUE = 'google';

/** From here on the alerting windows are those that the workbook and Sloth name, in seconds. */
export const CATALOGUED_FROM = 7 * DAY;

/**
 * The built-in catalogue for an SLO window.
 *
 * @see Site Reliability Workbook, chapter 5, table 5-8; Sloth's example for 7 days
 */
export function builtInCatalogue(windowSeconds: number): BurnRateCatalogue {
  const { pairs } = GOOGLE.find(({ from }) => windowSeconds >= from)!;
  return { name: BUILT_IN_CATALOGUE, pairs };
}
