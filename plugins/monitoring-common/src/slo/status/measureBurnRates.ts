import { burnRate } from '../arithmetic/burnRate';
import { BurnRatePairDefinition, burnRatePairs } from '../alerts/burnRatePairs';
import { errorBudgetRatio } from '../arithmetic/errorBudgetRatio';
import { errorRatio } from '../arithmetic/errorRatio';
import { errorRatioLimit } from '../arithmetic/errorRatioLimit';
import { overLimit } from '../alerts/overLimit';
import { SloSamples } from './SloSamples';
import { BurnRatePair, Slo } from '../types';

/** A pair in numbers. */
interface Limits {
  pair: BurnRatePairDefinition;
  /** Burn rate above which it fires. */
  limit: number;
  /** The same as an error ratio, from exact decimals, as its rule has it. */
  ratioLimit: number;
}

/** Exact fractions take long, and an SLO is looked at again and again. */
const LIMITS = new WeakMap<Slo, Limits[]>();

/** The pairs of an SLO with their limits as numbers. */
export function burnRateLimits(slo: Slo): Limits[] {
  const known = LIMITS.get(slo);
  if (known) {
    return known;
  }
  const limits = burnRatePairs(slo).map(pair => ({
    pair,
    limit: Number(pair.limit),
    ratioLimit: Number(errorRatioLimit(pair, slo.objective)),
  }));
  LIMITS.set(slo, limits);
  return limits;
}

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
 * limit, or over it by most; the faster of equals. A pair fires as its rule does: not with events
 * of its long window that are no more than the SLO's minimum.
 */
export function measureBurnRates(
  slo: Slo,
  samples: SloSamples | undefined,
): BurnRatePair[] {
  const budget = Number(errorBudgetRatio(slo.objective));
  const minimumEvents = slo.alerting?.minimumEvents ?? 0;
  return burnRateLimits(slo)
    .map(({ pair, limit, ratioLimit }) => {
      const { tier, severity, longWindow, shortWindow } = pair;
      const long = errorRatio(samples?.burn[longWindow] ?? {});
      const short = errorRatio(samples?.burn[shortWindow] ?? {});
      const enough = (samples?.burn[longWindow]?.total ?? 0) > minimumEvents;
      return {
        tier,
        severity,
        longWindow,
        shortWindow,
        limit,
        longBurnRate: long === undefined ? undefined : burnRate(long, budget),
        shortBurnRate:
          short === undefined ? undefined : burnRate(short, budget),
        firing:
          enough &&
          overLimit(long ?? 0, ratioLimit) &&
          overLimit(short ?? 0, ratioLimit),
      };
    })
    .sort((a, b) => nearness(b) - nearness(a));
}
