import { CSSProperties } from 'react';
import { Theme } from '@material-ui/core/styles';
import {
  mixColors,
  readableInk,
  readableOn,
} from '@sightline/backstage-plugin-monitoring-common';
import { TableColumn } from './tableColumns';

/** Contrast of text that people read easily. */
const CONTRAST = 4.5;

/** The colours of a cell, as its column and its value want them; text stays readable. */
export function cellLook(
  { style, display, field }: TableColumn,
  row: number,
  theme: Theme,
): CSSProperties {
  if (style.kind !== 'color-text' && style.kind !== 'color-background') {
    return {};
  }
  const { color } = display(field.values[row]);
  if (!color || isTransparent(color)) {
    return {};
  }
  return style.kind === 'color-text'
    ? { color: readableInk(color, theme.palette.background.paper, CONTRAST) }
    : ground(color, style.mode, theme);
}

/** The colours of whole rows, when the first column that wants it gives them. */
export function rowLook(
  columns: TableColumn[],
  theme: Theme,
): (row: number) => CSSProperties {
  const column = columns.find(
    ({ style }) => style.kind === 'color-background' && style.applyToRow,
  );
  return row => (column ? cellLook(column, row, theme) : {});
}

function ground(
  color: string,
  mode: TableColumn['style']['mode'],
  { palette }: Theme,
): CSSProperties {
  const end = palette.type === 'dark' ? '#000000' : '#ffffff';
  return {
    color: readableOn(color),
    background:
      mode === 'gradient'
        ? `linear-gradient(120deg, ${mixColors([color, end], 0.15)}, ${color})`
        : color,
  };
}

function isTransparent(color: string): boolean {
  return (
    color === 'transparent' ||
    /^#[0-9a-f]{6}00$/i.test(color) ||
    /^rgba\(.*,\s*0\)$/.test(color)
  );
}
