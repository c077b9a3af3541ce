import { displayValue } from '@sightline/backstage-plugin-monitoring-common';
import { AlignedValue, PanelSeries } from '../series';

/** One line of the tooltip. */
export interface TooltipRow {
  key: string;
  name: string;
  color: string;
  /** As the panel writes it. */
  text: string;
}

const MOST_ROWS = 15;

/** What the tooltip says at one time; series without a value there are left out. */
export function tooltipRows(
  series: PanelSeries[],
  values: AlignedValue[][],
  index: number,
  options: {
    visible: ReadonlySet<string>;
    sort: 'none' | 'asc' | 'desc';
    timeZone?: string;
  },
): { rows: TooltipRow[]; hidden: number } {
  const found = series.flatMap((one, position) => {
    const value = values[position]?.[index];
    const isShown = options.visible.has(one.key) && !one.style.hideFrom.tooltip;
    return isShown && typeof value === 'number' ? [{ one, value }] : [];
  });
  if (options.sort !== 'none') {
    const sign = options.sort === 'asc' ? 1 : -1;
    found.sort((a, b) => sign * (a.value - b.value));
  }
  const rows = found.slice(0, MOST_ROWS).map(({ one, value }) => ({
    key: one.key,
    name: one.name,
    color: one.color,
    text: displayValue(value, one.config, { timeZone: options.timeZone }).full,
  }));
  return { rows, hidden: found.length - rows.length };
}
