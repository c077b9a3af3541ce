import { PlotItems, PlotPlace } from './plot';

/**
 * Where a key leads from a place of a plot; undefined when it leads nowhere, so that the page may have it.
 *
 * @param place - absent when none is chosen yet: every arrow leads to the first item
 */
export function walkPlot(
  items: PlotItems,
  place: PlotPlace | undefined,
  key: string,
): PlotPlace | undefined {
  if (!place) {
    return /^(Arrow|Home$|End$)/.test(key)
      ? walkPlot(
          items,
          { row: 0, column: -1 },
          key === 'End' ? key : 'ArrowRight',
        )
      : undefined;
  }
  const { row, column } = place;
  const last = items.columnCount(row) - 1;
  switch (key) {
    case 'ArrowRight':
      return findInRow(items, row, column + 1, 1);
    case 'ArrowLeft':
      return findInRow(items, row, column - 1, -1);
    case 'Home':
      return findInRow(items, row, 0, 1);
    case 'End':
      return findInRow(items, row, last, -1);
    case 'ArrowDown':
      return findRow(items, place, 1);
    case 'ArrowUp':
      return findRow(items, place, -1);
    default:
      return undefined;
  }
}

function findInRow(
  items: PlotItems,
  row: number,
  from: number,
  by: 1 | -1,
): PlotPlace | undefined {
  const count = items.columnCount(row);
  for (let column = from; column >= 0 && column < count; column += by) {
    if (items.item({ row, column })) {
      return { row, column };
    }
  }
  return undefined;
}

function findRow(
  items: PlotItems,
  place: PlotPlace,
  by: 1 | -1,
): PlotPlace | undefined {
  for (let row = place.row + by; row >= 0 && row < items.rowCount; row += by) {
    const column = items.across(place, row);
    const found = items.item({ row, column })
      ? { row, column }
      : findInRow(items, row, column, 1) ?? findInRow(items, row, column, -1);
    if (found) {
      return found;
    }
  }
  return undefined;
}
