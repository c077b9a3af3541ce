import { formatStateDuration } from '@sightline/backstage-plugin-monitoring-common';
import { PlotItems } from '../plot';
import { formatMoment } from '../series';
import {
  rowAt,
  RowPlaces,
  stateLine,
  stateLines,
  TimelineInput,
} from '../timeline';
import type { LaidSegment } from './stateTimelinePlot';

/** What of a state timeline can be pointed at: rows, and their states in the order of time. */
export function segmentItems(
  input: TimelineInput,
  segments: LaidSegment[][],
  places: RowPlaces,
): PlotItems {
  const { rows, look, tooltipMode, t } = input;
  const stateAt = (row: number, time: number) =>
    segments[row].findIndex(({ from, to }) => from <= time && time < to);
  const moment = (time: number) => formatMoment(time, look.timeZone);

  return {
    rowCount: rows.length,
    columnCount: row => segments[row].length,
    item: ({ row, column }) => {
      const segment = segments[row]?.[column];
      if (!segment) {
        return undefined;
      }
      const { from, to, left, width } = segment;
      const box = { left, width, ...places.rows[row] };
      if (tooltipMode === 'multi') {
        const start = Math.max(from, input.range.from);
        return {
          box,
          title: moment(start),
          lines: stateLines(
            rows,
            other => segments[other][stateAt(other, start)],
            row,
          ),
        };
      }
      return {
        box,
        title: `${moment(from)} – ${moment(to)}`,
        lines: [
          stateLine(rows[row], segment),
          {
            name: t('dashboards.plot.duration'),
            value: formatStateDuration(to - from),
          },
        ],
      };
    },
    hit: (x, y) => {
      const row = rowAt(places, x, y);
      if (row === undefined) {
        return undefined;
      }
      const column = segments[row].findLastIndex(
        ({ left, width }) => x >= left && x < left + width,
      );
      return column < 0 ? undefined : { row, column };
    },
    across: ({ row, column }, other) => {
      const { from } = segments[row][column];
      const beside = stateAt(other, from);
      return beside < 0
        ? Math.max(
            0,
            segments[other].findLastIndex(one => one.from <= from),
          )
        : beside;
    },
  };
}
