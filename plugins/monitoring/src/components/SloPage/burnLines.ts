import { Theme } from '@material-ui/core/styles';
import {
  BurnRatePair,
  SloHistory,
} from '@sightline/backstage-plugin-monitoring-common';

/** Grafana's series colours, the darker ones for light grounds; from the fastest pair on. */
const COLORS = {
  light: ['#e02f44', '#fa6400', '#c69500', '#3274d9'],
  dark: ['#ff7383', '#ff9830', '#f2cc0c', '#7aa8f5'],
};

/** A pair with its burn rate over time. */
export interface BurnLine {
  pair: BurnRatePair;
  color: string;
  values: (number | null)[];
}

/** The pairs from the fastest to the slowest. */
export function pairsByWindow(pairs: BurnRatePair[]): BurnRatePair[] {
  return [...pairs].sort((a, b) => a.longWindow - b.longWindow);
}

/** The lines of the burn-rate chart, in the order of the pairs. */
export function burnLines(
  pairs: BurnRatePair[],
  history: SloHistory,
  type: Theme['palette']['type'],
): BurnLine[] {
  return pairsByWindow(pairs).flatMap((pair, index) => {
    const found = history.burnRates.find(({ tier }) => tier === pair.tier);
    const colors = COLORS[type];
    return found
      ? [{ pair, color: colors[index % colors.length], values: found.values }]
      : [];
  });
}

/** From 0.1× to 100×, or to the decade above the highest rate or limit. */
export function burnRateDecades(lines: BurnLine[]): number[] {
  const highest = lines.reduce(
    (most, { pair, values }) =>
      values.reduce<number>(
        (all, value) => Math.max(all, value ?? 0),
        Math.max(most, pair.limit),
      ),
    0,
  );
  const last = Math.max(2, Math.ceil(Math.log10(Math.max(1, highest))));
  return Array.from({ length: last + 2 }, (_, index) => 10 ** (index - 1));
}
