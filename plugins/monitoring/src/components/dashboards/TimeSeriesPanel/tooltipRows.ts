import {
  ColorTheme,
  displayField,
  isColoredByValue,
  TooltipOptions,
} from '@sightline/backstage-plugin-monitoring-common';
import { ChartCursor } from '../chart';
import { AlignedValue, PanelSeries } from '../series';

/** One line of the tooltip. */
export interface TooltipRow {
  key: string;
  name: string;
  color: string;
  line?: 'dash' | 'dot';
  /** As the panel writes it. */
  text: string;
  /** Whether it is the series that the pointer is nearest to. */
  isNearest: boolean;
}

/** What {@link tooltipRows} needs beside the series. */
export interface TooltipRowsOptions
  extends Pick<TooltipOptions, 'mode' | 'sort'> {
  hideZeros?: boolean;
  /** Keys of the series that are drawn. */
  visible: ReadonlySet<string>;
  theme: ColorTheme;
  timeZone?: string;
}

/** More would cover the page, and be read by nobody. */
const MOST_ROWS = 40;

/**
 * What the tooltip says at one place; series without a value there are left out.
 *
 * @param values - as measured, of each series
 */
export function tooltipRows(
  series: PanelSeries[],
  values: AlignedValue[][],
  cursor: Pick<ChartCursor, 'index' | 'indexes' | 'nearest'>,
  options: TooltipRowsOptions,
): { rows: TooltipRow[]; hidden: number } {
  const { mode, sort, hideZeros, visible, theme, timeZone } = options;
  if (mode === 'none') {
    return { rows: [], hidden: 0 };
  }
  const found = series.flatMap((one, position) => {
    const isNearest = position === cursor.nearest;
    const at = cursor.indexes.length
      ? cursor.indexes[position + 1]
      : cursor.index;
    const value = at === null ? undefined : values[position]?.[at];
    const isLeftOut =
      !visible.has(one.key) ||
      one.style.hideFrom.tooltip ||
      (mode === 'single' && !isNearest) ||
      (hideZeros && value === 0);
    return typeof value !== 'number' || isLeftOut
      ? []
      : [{ one, value, isNearest }];
  });
  if (sort !== 'none') {
    const sign = sort === 'asc' ? 1 : -1;
    found.sort((a, b) => sign * (a.value - b.value));
  }
  const rows = found.slice(0, MOST_ROWS).map(({ one, value, isNearest }) => {
    const display = displayField(one.field, { theme, timeZone })(value);
    const { lineStyle } = one.style;
    return {
      key: one.key,
      name: one.name,
      color: isColoredByValue(one.config.color?.mode)
        ? display.color
        : one.color,
      line: lineStyle === 'solid' ? undefined : lineStyle,
      text: display.full,
      isNearest: mode === 'multi' && isNearest,
    };
  });
  return { rows, hidden: found.length - rows.length };
}
