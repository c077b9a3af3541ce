import { JsonObject } from '@backstage/types';
import { asNumber, asObjects } from '../json';
import { RowArea } from './RowArea';

const DEFAULT_HEIGHT = 250;
const SMALLEST_HEIGHT = 90;
/** A row of the grid with its space. */
const GRID_ROW = 38;

/**
 * Panels in the grid, from the rows that dashboards had before Grafana 5: heights in pixels,
 * widths in twelfths. A row is seen when one of them is collapsed, repeated or shows its title.
 *
 * @param nextId - gives the rows their ids
 */
export function panelsOfRows(
  rows: JsonObject[],
  nextId: () => number,
): JsonObject[] {
  const isShown = rows.some(row => row.collapse || row.showTitle || row.repeat);
  let y = 0;
  // A row that a repeat made is made again.
  return rows
    .filter(row => !row.repeatIteration)
    .flatMap(row => {
      const height = gridHeight(row.height || DEFAULT_HEIGHT);
      const header = { x: 0, y, w: 24, h: 1 };
      y += isShown ? 1 : 0;
      const area = new RowArea(height, y);
      const panels = asObjects(row.panels).map(panel =>
        placed(panel, area, height),
      );
      y = area.top + height;
      return isShown
        ? [
            {
              id: nextId(),
              type: 'row',
              title: row.title,
              collapsed: Boolean(row.collapse),
              repeat: row.repeat,
              gridPos: header,
              panels,
            },
          ]
        : panels;
    });
}

function placed(
  panel: JsonObject,
  area: RowArea,
  rowHeight: number,
): JsonObject {
  const minSpan = asNumber(panel.minSpan);
  const span = Math.floor(asNumber(panel.span) || 4);
  return {
    ...panel,
    ...(minSpan && { minSpan: Math.min(24, minSpan * 2) }),
    gridPos: {
      ...area.place(
        Math.min(24, Math.max(1, span * 2)),
        panel.height ? gridHeight(panel.height) : rowHeight,
      ),
    },
  };
}

function gridHeight(height: unknown): number {
  const pixels =
    typeof height === 'string' ? Number.parseInt(height, 10) : height;
  const known =
    typeof pixels === 'number' && Number.isFinite(pixels)
      ? pixels
      : DEFAULT_HEIGHT;
  return Math.ceil(
    Math.min(10_000, Math.max(SMALLEST_HEIGHT, known)) / GRID_ROW,
  );
}
