import {
  formatDuration,
  SloStatus,
} from '@sightline/backstage-plugin-monitoring-common';
import { shownPair } from './sloRowFigures';

type Cell = string | number | undefined;

const COLUMNS: [title: string, cellOf: (slo: SloStatus) => Cell][] = [
  ['state', slo => slo.state],
  ['entity', slo => slo.entityRef],
  ['slo', slo => slo.id],
  ['title', slo => slo.title],
  ['environment', slo => slo.environment],
  ['owner', slo => slo.owner],
  ['system', slo => slo.system],
  ['domain', slo => slo.domain],
  ['objective', slo => slo.objective || undefined],
  ['window', slo => windowText(slo)],
  ['sli', slo => slo.sli],
  ['events', slo => slo.events?.total],
  ['bad_events', slo => slo.events?.bad],
  ['allowed_bad_events', slo => slo.events?.allowedBad],
  ['budget_remaining', slo => slo.budgetRemaining],
  ['budget_remaining_minutes', slo => slo.budgetRemainingMinutes],
  ['burn_rate', slo => shownPair(slo)?.longBurnRate],
  ['burn_rate_window_seconds', slo => shownPair(slo)?.longWindow],
  ['burn_rate_limit', slo => shownPair(slo)?.limit],
  ['time_to_exhaustion_seconds', slo => slo.timeToExhaustion],
  ['coverage', slo => slo.coverage],
  ['measured_at', slo => slo.measuredAt],
  ['reason', slo => slo.reason],
];

/** First line of the file. */
export const SLO_CSV_HEAD = COLUMNS.map(([title]) => title).join(',');

/** An SLO as a line of CSV: exact figures, shares as 0..1, times in the unit that the head names. */
export function sloCsvLine(slo: SloStatus): string {
  return COLUMNS.map(([, cellOf]) => csvCell(cellOf(slo))).join(',');
}

/**
 * A cell of CSV that no spreadsheet takes for a formula: texts come from annotations, which
 * anybody with a repository can write.
 *
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function csvCell(value: Cell): string {
  if (typeof value !== 'string') {
    return value === undefined || !Number.isFinite(value) ? '' : String(value);
  }
  const text = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(value)
    ? `'${value}`
    : value;
  return /[",\r\n']/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

function windowText({ window, objective }: SloStatus): Cell {
  if (!objective) {
    return undefined;
  }
  if (window.type === 'rolling') {
    return formatDuration(window.duration);
  }
  const { count = 1, unit, timeZone } = window;
  return `${count === 1 ? '' : `${count} `}${unit} ${timeZone}`;
}
