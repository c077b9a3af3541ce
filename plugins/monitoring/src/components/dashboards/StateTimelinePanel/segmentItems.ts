import { formatStateDuration } from '@sightline/backstage-plugin-monitoring-common';
import { PlotItems, PlotLine } from '../plot';
import { formatMoment } from '../series';
import { RowPlaces, TimelineInput } from '../timeline';
import type { LaidSegment } from './stateTimelinePlot';

/** What of a state timeline can be pointed at: rows, and their states in the order of time. */
export function segmentItems(
  input: TimelineInput,
  segments: LaidSegment[][],
  places: RowPlaces,
): PlotItems {
  const { rows, look, tooltipMode, t } = input;
  const { area } = places;
  const stateAt = (row: number, time: number) =>
    segments[row].findIndex(({ from, to }) => from <= time && time < to);
  const moment = (time: number) => formatMoment(time, look.timeZone);
  const lineOf = (row: number, { text, color }: LaidSegment): PlotLine => ({
    name: rows[row].name,
    value: text,
    color,
  });

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
          lines: rows.flatMap((_, other) => {
            const here = segments[other][stateAt(other, start)];
            return here
              ? [{ ...lineOf(other, here), isActive: other === row }]
              : [];
          }),
        };
      }
      return {
        box,
        title: `${moment(from)} – ${moment(to)}`,
        lines: [
          lineOf(row, segment),
          {
            name: t('dashboards.plot.duration'),
            value: formatStateDuration(to - from),
          },
        ],
      };
    },
    hit: (x, y) => {
      const row = places.rows.findIndex(
        ({ top, height }) => y >= top && y < top + height,
      );
      if (row < 0 || x < area.left || x > area.left + area.width) {
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
