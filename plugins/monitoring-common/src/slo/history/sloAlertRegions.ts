import { errorRatio } from '../arithmetic/errorRatio';
import { EventSlices } from '../sli/EventSlices';
import { burnRateLimits } from '../status/measureBurnRates';
import { overLimit } from '../alerts/overLimit';
import { BurnRateTier } from '../alerts/BurnRateTier';
import { Slo, SloAlertRegion } from '../types';

/**
 * When a burn-rate alert fired, as the steps of a range query saw it.
 *
 * @public
 */
export interface SloAlertSteps {
  tier: BurnRateTier;
  severity: 'page' | 'ticket';
  /** Unix seconds, ascending. */
  times: number[];
}

/** Regions of one pair from the times at which it was seen firing. */
function regions(
  { tier, severity, times }: SloAlertSteps,
  options: { step: number; end: number; live: boolean },
): SloAlertRegion[] {
  const { step, end, live } = options;
  const found: { first: number; last: number }[] = [];
  for (const time of times) {
    const latest = found.at(-1);
    if (latest && time - latest.last <= step) {
      latest.last = time;
    } else {
      found.push({ first: time, last: time });
    }
  }
  return found.map(({ first, last }) => ({
    tier,
    severity,
    start: first,
    ...(live && last >= end ? {} : { end: Math.min(end, last + step) }),
  }));
}

/** Steps in which a pair was over its limit in both windows. */
function computed(
  slo: Slo,
  slices: EventSlices,
  from: number,
): SloAlertSteps[] {
  const minimumEvents = slo.alerting?.minimumEvents ?? 0;
  return burnRateLimits(slo).map(({ pair, ratioLimit }) => {
    const times: number[] = [];
    for (let index = from; index < slices.length; index += 1) {
      const long = slices.before(index, pair.longWindow);
      const short = slices.before(index, pair.shortWindow);
      if (
        long &&
        short &&
        long.total > minimumEvents &&
        overLimit(errorRatio(long) ?? 0, ratioLimit) &&
        overLimit(errorRatio(short) ?? 0, ratioLimit)
      ) {
        times.push(slices.endOf(index));
      }
    }
    return { tier: pair.tier, severity: pair.severity, times };
  });
}

/**
 * When the burn-rate alerts of an SLO fired: as Prometheus remembers it, or, where it evaluated no
 * alert of the SLO that fired, as the pairs' limits say.
 *
 * @param options - `seen`, what Prometheus remembers; `from`, the index of the first step that is
 *   looked at; `live`, whether the last step ends now
 */
export function sloAlertRegions(
  slo: Slo,
  slices: EventSlices,
  options: { seen: SloAlertSteps[]; from: number; live: boolean },
): SloAlertRegion[] {
  const { seen, from, live } = options;
  const begin = slices.endOf(from);
  const end = slices.endOf(slices.length - 1);
  const steps = seen.some(({ times }) => times.length > 0)
    ? seen.map(one => ({
        ...one,
        times: one.times.filter(time => time >= begin),
      }))
    : computed(slo, slices, from);
  return steps
    .flatMap(one => regions(one, { step: slices.step, end, live }))
    .sort((a, b) => a.start - b.start);
}
