import { JsonObject } from '@backstage/types';
import { asChoice, asNumber, asObject, asObjects, asText } from './json';

/** @public */
export interface TableOptions {
  showHeader: boolean;
  /** Columns by their heading, the first one decides. */
  sortBy: { column: string; descending: boolean }[];
}

/**
 * How the cells of a column are drawn.
 *
 * @public
 */
export interface TableCellStyle {
  align: 'auto' | 'left' | 'center' | 'right';
  /** Of the column, in pixels. */
  width?: number;
  kind: 'auto' | 'color-text' | 'color-background' | 'gauge';
  isHidden: boolean;
}

/**
 * The options of a table panel.
 *
 * @public
 */
export function readTableOptions(options: JsonObject): TableOptions {
  return {
    showHeader: options.showHeader !== false,
    sortBy: asObjects(options.sortBy).flatMap(({ displayName, desc }) => {
      const column = asText(displayName);
      return column ? [{ column, descending: desc === true }] : [];
    }),
  };
}

/**
 * How a column's cells are drawn, of both the present and the former way to write it.
 *
 * @param custom - {@link FieldConfig.custom}
 * @public
 */
export function readTableCellStyle(custom: JsonObject): TableCellStyle {
  const type =
    asText(asObject(custom.cellOptions).type) ?? asText(custom.displayMode);
  return {
    align: asChoice(custom.align, ['auto', 'left', 'center', 'right']),
    width: asNumber(custom.width),
    kind: cellKind(type ?? 'auto'),
    isHidden: custom.hidden === true || asObject(custom.hideFrom).viz === true,
  };
}

function cellKind(type: string): TableCellStyle['kind'] {
  switch (type) {
    case 'color-text':
      return 'color-text';
    case 'color-background':
    case 'color-background-solid':
      return 'color-background';
    case 'gauge':
    case 'basic':
    case 'gradient-gauge':
    case 'lcd-gauge':
      return 'gauge';
    default:
      return 'auto';
  }
}
