import { PlotItems } from '../plot';
import { formatMoment } from '../series';
import {
  rowAt,
  RowPlaces,
  stateLine,
  stateLines,
  TimelineInput,
} from '../timeline';
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
  const byColumn = cells.map(
    row => new Map(row.map(cell => [cell.column, cell])),
  );
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
            ? stateLines(rows, other => byColumn[other].get(column), row)
            : [stateLine(rows[row], cell)],
      };
    },
    hit: (x, y) => {
      const row = rowAt(places, x, y);
      if (row === undefined) {
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
