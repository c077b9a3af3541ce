import { PlotItems, PlotLine } from '../plot';
import { formatMoment } from '../series';
import { RowPlaces, TimelineInput } from '../timeline';
import type { LaidCell } from './statusHistoryPlot';

/** What of a status history can be pointed at: rows, and their columns. */
export function cellItems(
  { rows, look, tooltipMode }: TimelineInput,
  {
    cells,
    times,
    places,
  }: { cells: LaidCell[][]; times: number[]; places: RowPlaces },
): PlotItems {
  const { area } = places;
  const byColumn = cells.map(
    row => new Map(row.map(cell => [cell.column, cell])),
  );
  const lineOf = (row: number, { text, color }: LaidCell): PlotLine => ({
    name: rows[row].name,
    value: text,
    color,
  });
  return {
    rowCount: rows.length,
    columnCount: () => times.length,
    item: ({ row, column }) => {
      const cell = byColumn[row]?.get(column);
      if (!cell) {
        return undefined;
      }
      return {
        box: { left: cell.left, width: cell.width, ...places.rows[row] },
        title: formatMoment(times[column], look.timeZone),
        lines:
          tooltipMode === 'multi'
            ? rows.flatMap((_, other) => {
                const here = byColumn[other].get(column);
                return here
                  ? [{ ...lineOf(other, here), isActive: other === row }]
                  : [];
              })
            : [lineOf(row, cell)],
      };
    },
    hit: (x, y) => {
      const row = places.rows.findIndex(
        ({ top, height }) => y >= top && y < top + height,
      );
      if (row < 0 || x < area.left || x > area.left + area.width) {
        return undefined;
      }
      const found = cells[row].find(
        ({ left, width }) => x >= left && x < left + width,
      );
      return found && { row, column: found.column };
    },
    across: ({ column }) => column,
  };
}
