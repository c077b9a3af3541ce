const SECOND = 1_000;
const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;
const TWO_YEARS = 730 * DAY;

/** Up to the first figure an interval becomes the second one; milliseconds. */
const LADDER: [upTo: number, step: number][] = [
  [10, 1],
  [15, 10],
  [35, 20],
  [75, 50],
  [150, 100],
  [350, 200],
  [750, 500],
  [1_500, SECOND],
  [3_500, 2 * SECOND],
  [7_500, 5 * SECOND],
  [12_500, 10 * SECOND],
  [17_500, 15 * SECOND],
  [25_000, 20 * SECOND],
  [45_000, 30 * SECOND],
  [90_000, MINUTE],
  [210_000, 2 * MINUTE],
  [450_000, 5 * MINUTE],
  [750_000, 10 * MINUTE],
  [1_050_000, 15 * MINUTE],
  [1_500_000, 20 * MINUTE],
  [2_700_000, 30 * MINUTE],
  [5_400_000, HOUR],
  [9_000_000, 2 * HOUR],
  [16_200_000, 3 * HOUR],
  [32_400_000, 6 * HOUR],
  [DAY, 12 * HOUR],
  [7 * DAY, DAY],
  [21 * DAY, 7 * DAY],
];

/**
 * The step that Grafana's server makes of an interval. Its ladder has other bounds than that of the
 * browser, which is {@link roundInterval}.
 *
 * @param interval - in milliseconds
 * @returns in milliseconds
 */
export function roundStep(interval: number): number {
  const step = LADDER.find(([upTo]) => interval <= upTo);
  if (step) {
    return step[1];
  }
  return interval < TWO_YEARS ? 30 * DAY : 365 * DAY;
}
