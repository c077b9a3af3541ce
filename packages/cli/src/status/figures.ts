import {
  BurnRatePair,
  formatDuration,
  SloStatus,
} from '@sightline/backstage-plugin-monitoring-common';

/** Stands where nothing is known. */
const NOTHING = '-';

/** A number with at most so many decimals, and none that are zeros at the end. */
function decimal(value: number, decimals: number): string {
  const text = value.toFixed(decimals);
  const short = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  return short === '-0' ? '0' : short;
}

function percent(share: number | undefined, decimals: number): string {
  return share === undefined ? NOTHING : `${decimal(share * 100, decimals)}%`;
}

/** An SLI never looks like 100 % when one event was bad. */
export function sliText({ sli }: SloStatus): string {
  if (sli === undefined) {
    return NOTHING;
  }
  const text = percent(sli, 4);
  return text === '100%' && sli < 1 ? '>99.9999%' : text;
}

export function objectiveText({ objective }: SloStatus): string {
  return percent(objective, 6);
}

export function budgetText({ budgetRemaining }: SloStatus): string {
  return percent(budgetRemaining, 1);
}

export function minutesText({ budgetRemainingMinutes }: SloStatus): string {
  return budgetRemainingMinutes === undefined
    ? NOTHING
    : decimal(budgetRemainingMinutes, 1);
}

/** Bad events that the budget still allows. */
export function eventsText({ events }: SloStatus): string {
  return events ? decimal(events.allowedBad - events.bad, 0) : NOTHING;
}

/** The pair that decides: how fast it burns over its long window, and from when on it fires. */
export function burnText({ burnRates }: SloStatus): string {
  const pair: BurnRatePair | undefined = burnRates[0];
  return pair?.longBurnRate === undefined
    ? NOTHING
    : `${decimal(pair.longBurnRate, 2)}x of ${decimal(
        pair.limit,
        2,
      )}x in ${formatDuration(pair.longWindow)}`;
}

/** The two largest units of a duration. */
export function goneText({ timeToExhaustion }: SloStatus): string {
  if (timeToExhaustion === undefined) {
    return NOTHING;
  }
  const minutes = Math.max(1, Math.floor(timeToExhaustion / 60));
  const days = Math.floor(minutes / 1_440);
  const hours = Math.floor(minutes / 60) % 24;
  if (days > 0) {
    return hours > 0 ? `${days}d ${hours}h` : `${days}d`;
  }
  return hours > 0 ? `${hours}h ${minutes % 60}m` : `${minutes}m`;
}
