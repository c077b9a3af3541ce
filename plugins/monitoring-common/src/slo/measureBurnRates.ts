import { burnRate } from './burnRate';
import { burnRatePairs } from './burnRatePairs';
import { errorBudgetRatio } from './errorBudgetRatio';
import { errorRatio } from './errorRatio';
import { errorRatioLimit } from './errorRatioLimit';
import { SloSamples } from './SloSamples';
import { BurnRatePair, Slo } from './types';

/** How close a pair is to firing: both windows have to be over the limit. */
function nearness({
  longBurnRate,
  shortBurnRate,
  limit,
}: BurnRatePair): number {
  return Math.min(longBurnRate ?? 0, shortBurnRate ?? 0) / limit;
}

/**
 * The burn-rate pairs of an SLO as they stand, the deciding one first: the one nearest to its
 * limit, or over it by most; the faster of equals.
 */
export function measureBurnRates(
  slo: Slo,
  samples: SloSamples | undefined,
): BurnRatePair[] {
  const budget = Number(errorBudgetRatio(slo.objective));
  return burnRatePairs(slo)
    .map(pair => {
      const long = errorRatio(samples?.burn[pair.longWindow] ?? {});
      const short = errorRatio(samples?.burn[pair.shortWindow] ?? {});
      // As the rule does it: error ratios against the decimal limit.
      const limit = Number(errorRatioLimit(pair, slo.objective));
      return {
        tier: pair.tier,
        severity: pair.severity,
        longWindow: pair.longWindow,
        shortWindow: pair.shortWindow,
        limit: Number(pair.limit),
        longBurnRate: long === undefined ? undefined : burnRate(long, budget),
        shortBurnRate:
          short === undefined ? undefined : burnRate(short, budget),
        firing: (long ?? 0) > limit && (short ?? 0) > limit,
      };
    })
    .sort((a, b) => nearness(b) - nearness(a));
}
