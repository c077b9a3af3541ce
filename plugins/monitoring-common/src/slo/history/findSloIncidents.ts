import { burnRatePairs } from '../alerts/burnRatePairs';
import { errorBudgetRatio } from '../arithmetic/errorBudgetRatio';
import { errorRatio } from '../arithmetic/errorRatio';
import { EventSlices } from '../sli/EventSlices';
import { Slo, SloIncident } from '../types';

/** What spent less of the budget is background. */
const LEAST_SHARE = 0.01;

/** Calm for no longer than this, in seconds, or for a single step, is part of the incident. */
const LONGEST_CALM = 1_800;

/** The lowest burn rate at which a person is woken; that of the fastest pair where none is. */
function pagingLimit(slo: Slo): number {
  const pairs = burnRatePairs(slo);
  const paging = pairs.filter(({ severity }) => severity === 'page');
  const limits = paging.map(({ limit }) => Number(limit));
  return limits.length > 0 ? Math.min(...limits) : Number(pairs[0]?.limit ?? 1);
}

/** Stretches of `true` as first and last index, with those close to each other as one. */
function stretches(
  hot: (index: number) => boolean,
  from: number,
  to: number,
  calm: number,
): [number, number][] {
  const found: [number, number][] = [];
  for (let index = from; index < to; index += 1) {
    if (hot(index)) {
      const latest = found.at(-1);
      if (latest && index - latest[1] - 1 <= calm) {
        latest[1] = index;
      } else {
        found.push([index, index]);
      }
    }
  }
  return found;
}

/**
 * When an SLO spent far more of its budget than it may.
 *
 * A step is hot when the budget burns in it faster than the lowest paging limit of the SLO's pairs
 * (6 × over 30 days), or when it alone spends more than 1 % of the budget. Hot steps with no more
 * than half an hour of calm between them (one step, when steps are longer) are one incident, with
 * the events of the calm. It is one if it spent more than 1 % of the budget; all else is background.
 * So incidents and background together are what was spent.
 *
 * @param options - `from`, the index of the first step that is looked at; `allowedBad`, the bad
 *   events that the budget allows in the window that holds a step; `live`, whether the last step
 *   ends now
 */
export function findSloIncidents(
  slo: Slo,
  slices: EventSlices,
  options: {
    from: number;
    allowedBad: (index: number) => number;
    live: boolean;
  },
): SloIncident[] {
  const { from, allowedBad, live } = options;
  const ratioLimit = pagingLimit(slo) * Number(errorBudgetRatio(slo.objective));
  const shareOf = (bad: number, index: number) => {
    const allowed = allowedBad(index);
    return allowed > 0 ? bad / allowed : 0;
  };
  const isHot = (index: number) => {
    const events = slices.sum(index, index);
    return (
      events !== undefined &&
      ((errorRatio(events) ?? 0) > ratioLimit ||
        shareOf(events.bad, index) > LEAST_SHARE)
    );
  };
  const calm = Math.max(1, Math.floor(LONGEST_CALM / slices.step));
  return stretches(isHot, from, slices.length, calm).flatMap(
    ([first, last]) => {
      const bad = slices.sum(first, last)?.bad ?? 0;
      const budgetShare = shareOf(bad, first);
      if (budgetShare <= LEAST_SHARE) {
        return [];
      }
      const start = slices.endOf(first) - slices.step;
      const goesOn = live && last === slices.length - 1;
      return [
        {
          start,
          ...(goesOn ? {} : { end: slices.endOf(last) }),
          bad,
          budgetShare,
        },
      ];
    },
  );
}
