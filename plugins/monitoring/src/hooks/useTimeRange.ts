import { useCallback, useContext, useMemo, useState } from 'react';
import {
  parseGrafanaInterval,
  parseTimeExpression,
} from '@sightline/backstage-plugin-monitoring-common';
import { MonitoringTimeRange } from '../api';
import { ClockContext } from './Clock';
import { useAutoRefresh } from './useAutoRefresh';
import { useUrlState } from './useUrlState';

const DEFAULT_FROM = 'now-6h';
const DEFAULT_TO = 'now';
const SHORTEST_RANGE = 1_000;

/** Where the range starts when the address has none, in Grafana's notation. */
export interface TimeRangeDefaults {
  from?: string;
  to?: string;
  refresh?: string;
}

/** The chosen time range; all of it lives in the page's address under Grafana's names. */
export interface TimeRange {
  /** As in the address: `now-6h`, or Unix milliseconds. */
  from: string;
  to: string;
  /** In Unix milliseconds; a new object at every refresh. */
  range: MonitoringTimeRange;
  /** Whether the range moves along with the time. */
  isRelative: boolean;
  /** `30s`; absent when the page does not refresh by itself. */
  refreshInterval?: string;
  /** Whether refreshing rests because nobody sees the page. */
  isPaused: boolean;
  setRelative(from: string): void;
  setAbsolute(range: MonitoringTimeRange): void;
  /** Moves by half the range: -1 back, 1 forward. */
  shift(direction: -1 | 1): void;
  /** Doubles the range around its middle. */
  zoomOut(): void;
  refresh(): void;
  setRefreshInterval(interval: string | undefined): void;
}

/** The time range of the page. */
export function useTimeRange(defaults: TimeRangeDefaults = {}): TimeRange {
  const clock = useContext(ClockContext);
  const { params, change } = useUrlState();
  const [now, setNow] = useState(() => clock.now());

  const from = params.get('from') ?? defaults.from ?? DEFAULT_FROM;
  const to = params.get('to') ?? defaults.to ?? DEFAULT_TO;
  const wanted = params.get('refresh') ?? defaults.refresh;
  const refreshInterval =
    wanted && parseGrafanaInterval(wanted) ? wanted : undefined;
  const isRelative = from.includes('now') || to.includes('now');

  const range = useMemo(() => resolveRange(from, to, now), [from, to, now]);

  const refresh = useCallback(() => setNow(clock.now()), [clock]);
  const isPaused = useAutoRefresh(
    refresh,
    refreshInterval ? parseGrafanaInterval(refreshInterval) : undefined,
  );

  const setAbsolute = useCallback(
    (next: MonitoringTimeRange) =>
      change({
        from: String(Math.round(next.from)),
        to: String(Math.round(Math.max(next.to, next.from + SHORTEST_RANGE))),
      }),
    [change],
  );

  return {
    from,
    to,
    range,
    isRelative,
    refreshInterval,
    isPaused,
    setAbsolute,
    refresh,
    setRelative: useCallback(
      (start: string) => {
        setNow(clock.now());
        change({ from: start, to: 'now' });
      },
      [change, clock],
    ),
    shift: direction => {
      const half = (range.to - range.from) / 2;
      setAbsolute({
        from: range.from + direction * half,
        to: range.to + direction * half,
      });
    },
    zoomOut: () => {
      const half = (range.to - range.from) / 2;
      // Beyond the present there is nothing to see.
      const end = Math.min(range.to + half, clock.now());
      setAbsolute({ from: end - 4 * half, to: end });
    },
    setRefreshInterval: interval => change({ refresh: interval ?? '' }),
  };
}

function resolveRange(
  from: string,
  to: string,
  now: number,
): MonitoringTimeRange {
  const end = parseTimeExpression(to, now, true) ?? now;
  const start =
    parseTimeExpression(from, now) ??
    parseTimeExpression(DEFAULT_FROM, now) ??
    now;
  return start < end
    ? { from: start, to: end }
    : { from: end - 3_600_000, to: end };
}
