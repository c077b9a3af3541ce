import { TableColumn } from './tableColumns';

/**
 * The width of each column in pixels: what the author set; the others share what is left, as far as
 * their smallest width allows.
 *
 * @param available - of the table, in pixels
 * @see Grafana's `computeColWidths`
 */
export function columnWidths(
  columns: Pick<TableColumn, 'style'>[],
  available: number,
): number[] {
  const set = columns.reduce((sum, { style }) => sum + (style.width ?? 0), 0);
  const others = columns.filter(({ style }) => !style.width).length;
  return columns.map(
    ({ style }) =>
      style.width ?? Math.max(style.minWidth, (available - set) / others),
  );
}
