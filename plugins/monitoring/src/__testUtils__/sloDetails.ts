import {
  SloDetailResponse,
  SloHistory,
  SloStatus,
  sloWindowSeconds,
  sloWindowStart,
} from '@sightline/backstage-plugin-monitoring-common';
import { MonitoringTimeRange } from '../api';
import { historyTimes, STORY_DETAIL } from './sloStory';
import { STORY_NOW } from './story';

const NOW = STORY_NOW / 1_000;

/** What the page of an SLO is made of, beside how it stands. */
export function aSloDetail(
  changes: Partial<SloDetailResponse> & { status: SloStatus },
): SloDetailResponse {
  return { ...STORY_DETAIL, runbookUrl: undefined, ...changes };
}

/**
 * A past that fits how an SLO stands: the budget falls evenly from the beginning of its window,
 * nothing is known before the part of the window that is covered, nor since data ended.
 */
export function aHistoryOf(
  slo: SloStatus,
  range?: MonitoringTimeRange,
): SloHistory {
  const seconds = sloWindowSeconds(slo.window);
  const to = (range?.to ?? STORY_NOW) / 1_000;
  const beginning =
    slo.window.type === 'calendar'
      ? sloWindowStart(slo.window, NOW)
      : NOW - seconds;
  const from = range ? range.from / 1_000 : beginning;
  const { times, step } = historyTimes(from, to);
  const known = (time: number) =>
    time >= NOW - seconds * slo.coverage &&
    (slo.state !== 'no-data' || time < NOW - seconds / 10);
  const where = <T>(value: (time: number) => T) =>
    times.map(time => (known(time) ? value(time) : null));
  const last = slo.budgetRemaining ?? 0.715;
  const share = (time: number) =>
    time < beginning
      ? 0.4 + 0.6 * Math.min(1, (beginning - time) / seconds)
      : 1 - ((1 - last) * (time - beginning)) / (NOW - beginning);
  const { bad, total } = slo.events ?? { bad: 0, total: 0 };
  const perSecond = (all: number) => (all / (NOW - beginning)) * step;
  const rate = slo.burnRates[0]?.longBurnRate ?? 0.5;
  return {
    id: slo.id,
    entityRef: slo.entityRef,
    times,
    step,
    budgetRemaining: where(share),
    burnRate: where(() => rate),
    burnRates: slo.burnRates.map(({ tier, longBurnRate = 0 }) => ({
      tier,
      values: where(() => longBurnRate),
    })),
    sli: where(() => slo.sli ?? 1),
    events: {
      bad: where(() => perSecond(bad)),
      total: where(() => perSecond(total)),
    },
    coverage: slo.coverage,
    source: slo.coverage < 1 ? 'raw' : 'recorded',
    incidents: [],
    alerts: [],
  };
}
