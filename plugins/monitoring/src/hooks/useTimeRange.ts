import { useCallback, useContext, useMemo, useState } from 'react';
import {
  formatGrafanaInterval,
  LONGEST_RANGE,
  parseGrafanaInterval,
  parseTimeExpression,
  roundInterval,
  TimeSettings,
} from '@sightline/backstage-plugin-monitoring-common';
import { MonitoringTimeRange } from '../api';
import { Clock, ClockContext } from './Clock';
import {
  browserZone,
  isZoneName,
  TimeTexts,
  timeOfAddress,
  zoneOf,
} from './timeAddress';
import { useAutoRefresh } from './useAutoRefresh';
import { useUrlState } from './useUrlState';

const DEFAULT_FROM = 'now-6h';
const DEFAULT_TO = 'now';
const SHORTEST_RANGE = 1_000;
/** Grafana's `min_refresh_interval` as it comes. */
const SHORTEST_REFRESH = 5_000;

/** How Grafana calls a refresh as often as there is something new to see. */
export const AUTO_REFRESH = 'auto';

/** Where the range starts when the address has none, in Grafana's notation. */
export interface TimeRangeDefaults {
  from?: string;
  to?: string;
  refresh?: string;
  /** `browser`, `utc` or an IANA name. */
  timezone?: string;
  settings?: TimeSettings;
}

/** The chosen time range; all of it lives in the page's address under Grafana's names. */
export interface TimeRange {
  /** As in the address: `now-6h`, or Unix milliseconds. */
  from: string;
  to: string;
  /** In Unix milliseconds; a new object at every refresh. */
  range: MonitoringTimeRange;
  /** What of the address could not be read, or that it ends before it starts or is cut. */
  fault?: { text: string } | 'order' | 'length';
  /** Whether the range moves along with the time. */
  isRelative: boolean;
  /** As chosen: `browser`, `utc` or an IANA name. */
  zone: string;
  /** Whether nobody here knows the chosen zone, and another one is taken. */
  isZoneUnknown: boolean;
  /** The clock of the screens, in the chosen zone. */
  clock: Clock;
  settings?: TimeSettings;
  /** `30s`, or {@link AUTO_REFRESH}; absent when the page does not refresh by itself. */
  refreshInterval?: string;
  /** Whether refreshing rests because nobody sees the page. */
  isPaused: boolean;
  /** @param to - default: the present */
  setRelative(from: string, to?: string): void;
  setAbsolute(range: MonitoringTimeRange): void;
  setZone(zone: string): void;
  /** Moves by half the range: -1 back, 1 forward. */
  shift(direction: -1 | 1): void;
  /** Doubles the range around its middle. */
  zoomOut(): void;
  refresh(): void;
  setRefreshInterval(interval: string | undefined): void;
}

/** The time range of the page. */
export function useTimeRange(defaults: TimeRangeDefaults = {}): TimeRange {
  const outer = useContext(ClockContext);
  const { params, change } = useUrlState();
  const [now, setNow] = useState(() => outer.now());
  const { settings } = defaults;

  const address = timeOfAddress(params);
  const from = address.from ?? defaults.from ?? DEFAULT_FROM;
  const to = address.to ?? defaults.to ?? DEFAULT_TO;
  const zone = params.get('timezone') || defaults.timezone || 'browser';
  const timeZone = zoneOf(zone, outer.timeZone);
  const clock = useMemo(
    () => ({ now: () => outer.now(), timeZone }),
    [outer, timeZone],
  );
  const isRelative = from.includes('now') || to.includes('now');

  const { range, fault } = useMemo(
    () =>
      resolveRange(
        { from, to },
        { from: defaults.from, to: defaults.to },
        {
          now,
          timeZone: timeZone ?? browserZone(),
          weekStart: settings?.weekStart,
          fiscalYearStartMonth: settings?.fiscalYearStartMonth,
          nowDelay: settings?.nowDelay,
        },
      ),
    [from, to, now, timeZone, settings, defaults.from, defaults.to],
  );

  const wanted = params.get('refresh') ?? defaults.refresh;
  const { milliseconds, text: refreshInterval } = refreshOf(wanted, range);
  const refresh = useCallback(() => setNow(outer.now()), [outer]);
  const isPaused = useAutoRefresh(refresh, milliseconds);

  const setAbsolute = useCallback(
    (next: MonitoringTimeRange) =>
      change({
        from: String(Math.round(next.from)),
        to: String(Math.round(Math.max(next.to, next.from + SHORTEST_RANGE))),
        time: undefined,
        'time.window': undefined,
      }),
    [change],
  );

  return {
    from,
    to,
    range,
    fault,
    isRelative,
    zone,
    isZoneUnknown: !isZoneName(zone),
    clock,
    settings,
    refreshInterval,
    isPaused,
    setAbsolute,
    refresh,
    setRelative: useCallback(
      (start: string, end: string = 'now') => {
        setNow(outer.now());
        change({
          from: start,
          to: end,
          time: undefined,
          'time.window': undefined,
        });
      },
      [change, outer],
    ),
    setZone: useCallback(
      (next: string) => change({ timezone: next }),
      [change],
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
      const end = Math.min(range.to + half, outer.now());
      setAbsolute({ from: end - 4 * half, to: end });
    },
    setRefreshInterval: interval => change({ refresh: interval ?? '' }),
  };
}

/** How often the page refreshes, and how that is written; nothing when it does not. */
function refreshOf(
  wanted: string | undefined,
  { from, to }: MonitoringTimeRange,
): { milliseconds?: number; text?: string } {
  if (wanted === AUTO_REFRESH) {
    // As often as a pixel's width of time passes.
    const width = window.innerWidth || 1_000;
    const passing = roundInterval((to - from) / width);
    return { milliseconds: Math.max(SHORTEST_REFRESH, passing), text: wanted };
  }
  const milliseconds = parseGrafanaInterval(wanted ?? '');
  if (milliseconds === undefined) {
    return {};
  }
  return milliseconds < SHORTEST_REFRESH
    ? {
        milliseconds: SHORTEST_REFRESH,
        text: formatGrafanaInterval(SHORTEST_REFRESH),
      }
    : { milliseconds, text: wanted };
}

interface RangeOptions
  extends Pick<
    TimeSettings,
    'weekStart' | 'fiscalYearStartMonth' | 'nowDelay'
  > {
  now: number;
  timeZone: string;
}

function resolveRange(
  texts: Required<TimeTexts>,
  defaults: TimeTexts,
  options: RangeOptions,
): { range: MonitoringTimeRange; fault?: TimeRange['fault'] } {
  const { now, nowDelay } = options;
  // The newest samples are not there yet where a dashboard says so.
  const delay = parseGrafanaInterval(nowDelay ?? '') ?? 0;
  const read = (text: string, roundUp: boolean) =>
    parseTimeExpression(
      text,
      text.trim() === 'now' ? now - delay : now,
      roundUp,
      options,
    );
  const start = read(texts.from, false);
  const end = read(texts.to, true);
  if (start === undefined || end === undefined) {
    const from = read(defaults.from ?? '', false) ?? read(DEFAULT_FROM, false);
    const to = read(defaults.to ?? '', true) ?? now;
    return {
      range: ordered(from ?? now, to),
      fault: { text: start === undefined ? texts.from : texts.to },
    };
  }
  if (start >= end) {
    return { range: ordered(start, end), fault: 'order' };
  }
  return end - start > LONGEST_RANGE
    ? { range: { from: end - LONGEST_RANGE, to: end }, fault: 'length' }
    : { range: { from: start, to: end } };
}

function ordered(from: number, to: number): MonitoringTimeRange {
  return from < to ? { from, to } : { from: to - 3_600_000, to };
}
