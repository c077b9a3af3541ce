import {
  DisplayLook,
  stateSegments,
  TimelineRow,
} from '@sightline/backstage-plugin-monitoring-common';
import { Translate } from './translate';

/** Rows that the text alternative names; the table has them all. */
const NAMED_ROWS = 5;

/** The last state of each row, and how often it changed, in words. */
export function describeRows(
  rows: TimelineRow[],
  look: DisplayLook,
  t: Translate,
): string {
  const words = rows.slice(0, NAMED_ROWS).flatMap(row => {
    const segments = stateSegments(row, { mergeValues: true }, look, 0);
    const last = segments.at(-1);
    const changes = Math.max(0, segments.length - 1);
    return last
      ? [
          changes === 1
            ? t('dashboards.plot.lastStateOnce', {
                name: row.name,
                state: last.text,
              })
            : t('dashboards.plot.lastState', {
                name: row.name,
                state: last.text,
                changes: String(changes),
              }),
        ]
      : [];
  });
  return rows.length > NAMED_ROWS
    ? [
        ...words,
        t('dashboards.chart.more', {
          others: String(rows.length - NAMED_ROWS),
        }),
      ].join(' ')
    : words.join(' ');
}
