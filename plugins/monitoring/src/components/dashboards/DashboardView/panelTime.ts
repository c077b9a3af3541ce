import {
  PanelModel,
  parseTimeExpression,
} from '@sightline/backstage-plugin-monitoring-common';
import { MonitoringTimeRange } from '../../../api';

/** The time that the page shows. */
export interface PageTime {
  range: MonitoringTimeRange;
  /** Whether the range moves along with the time. */
  isRelative: boolean;
  /** Unix milliseconds. */
  now: number;
}

/** The time that a panel shows. */
export interface PanelTime {
  range: MonitoringTimeRange;
  /** Its own length, `1h`, when that is not the page's. */
  last?: string;
  /** How far it is moved back, `1d`, when it is. */
  shift?: string;
  /** What was written in the dashboard and is no time. */
  invalid?: string;
}

/**
 * The time that a panel shows, by Grafana's rules: its own length where the page's range moves
 * along, moved back by its shift.
 *
 * @param write - fills in variables
 */
export function panelTime(
  panel: Pick<PanelModel, 'timeFrom' | 'timeShift'>,
  page: PageTime,
  write: (text: string) => string = text => text,
): PanelTime {
  const time: PanelTime = { range: page.range };
  const last = panel.timeFrom && write(panel.timeFrom).trim();
  if (last) {
    const from = before(page.now, last);
    if (from === undefined || from >= page.now) {
      return { ...time, invalid: last };
    }
    if (page.isRelative) {
      time.last = last;
      time.range = { from, to: page.now };
    }
  }
  const shift = panel.timeShift && write(panel.timeShift).trim();
  if (shift) {
    const from = before(time.range.from, shift);
    const to = before(time.range.to, shift, true);
    if (from === undefined || to === undefined || from >= to) {
      return { ...time, invalid: shift };
    }
    time.shift = shift;
    time.range = { from, to };
  }
  return time;
}

/** `1d/d` is a day before, at its start or its end. */
function before(
  moment: number,
  text: string,
  roundUp: boolean = false,
): number | undefined {
  const expression = text.startsWith('now') ? text : `now-${text}`;
  return parseTimeExpression(expression, moment, roundUp);
}

const UNITS: Record<string, string> = {
  s: 'second',
  m: 'minute',
  h: 'hour',
  d: 'day',
  w: 'week',
  M: 'month',
  y: 'year',
};

/** A length of time in words: `1h` is “1 hour”; what has several units stays as it is. */
export function durationInWords(text: string): string {
  const [, count, unit] = /^(\d+)([smhdwMy])$/.exec(text) ?? [];
  return unit
    ? new Intl.NumberFormat('en', {
        style: 'unit',
        unit: UNITS[unit],
        unitDisplay: 'long',
      }).format(Number(count))
    : text;
}
