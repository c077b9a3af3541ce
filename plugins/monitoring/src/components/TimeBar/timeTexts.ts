import {
  formatMoment,
  parseTimeExpression,
  TimeExpressionOptions,
  zoneOffset,
} from '@sightline/backstage-plugin-monitoring-common';

/** A moment as people write it into the form, by the clocks of a zone. */
export function writeMoment(time: number, timeZone: string): string {
  return formatMoment(time, 'YYYY-MM-DD HH:mm:ss', zoneOffset(time, timeZone));
}

/** What the form starts with: expressions as they are, moments as text. */
export function startText(
  text: string,
  time: number,
  timeZone: string,
): string {
  return text.includes('now') ? text : writeMoment(time, timeZone);
}

/** A range as it was written; what is no moment is undefined. */
export interface WrittenRange {
  from?: number;
  to?: number;
  /** Whether it moves along with the time. */
  isRelative: boolean;
}

/** Reads what is written into the form. */
export function readWritten(
  from: string,
  to: string,
  now: number,
  options: TimeExpressionOptions,
): WrittenRange {
  return {
    from: parseTimeExpression(from, now, false, options),
    to: parseTimeExpression(to, now, true, options),
    isRelative: from.includes('now') || to.includes('now'),
  };
}
