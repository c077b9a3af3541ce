import { JsonObject } from '@backstage/types';
import { DataField } from '../frames/DataFrame';
import {
  asChoice,
  asNumber,
  asObject,
  asObjects,
  asText,
  asTexts,
} from './json';

/** @public */
export interface TableOptions {
  showHeader: boolean;
  /** Of a row. */
  cellHeight: 'sm' | 'md' | 'lg';
  /** Columns by their heading; later ones decide where the earlier ones are equal. */
  sortBy: { column: string; descending: boolean }[];
  /** Which of several frames is shown first. */
  frameIndex: number;
  /** Whether rows are divided into pages instead of scrolled. */
  hasPages: boolean;
}

/** How the cells of a column are drawn. @public */
export type TableCellKind =
  | 'auto'
  | 'color-text'
  | 'color-background'
  | 'gauge'
  | 'sparkline'
  | 'json-view'
  | 'image'
  | 'data-links'
  | 'pill'
  | 'markdown';

/**
 * How a column is drawn.
 *
 * @public
 */
export interface TableColumnStyle {
  align: 'left' | 'center' | 'right';
  /** In pixels; absent: a share of what the others leave. */
  width?: number;
  /** In pixels, of columns without a width. */
  minWidth: number;
  kind: TableCellKind;
  /** Of gauges and backgrounds. */
  mode: 'basic' | 'gradient' | 'lcd';
  /** Whether the background is that of the whole row. */
  applyToRow: boolean;
  /** How the figure beside a gauge is written. */
  valueMode: 'color' | 'text' | 'hidden';
  isHidden: boolean;
  isFilterable: boolean;
  /** Whether readers can look at a whole value. */
  canInspect: boolean;
  wrapText: boolean;
  wrapHeader: boolean;
  /** Ids of the calculations below the column. */
  footer: string[];
  /** Options of the small graph: `lineWidth`, `fillOpacity`, `hideValue`, … */
  sparkline: JsonObject;
}

const SMALLEST_WIDTH = 50;
const USUAL_MIN_WIDTH = 150;

/**
 * The options of a table panel; what is missing gets Grafana's default.
 *
 * @public
 */
export function readTableOptions(options: JsonObject): TableOptions {
  const { footer, enablePagination } = options;
  return {
    showHeader: options.showHeader !== false,
    cellHeight: asChoice(options.cellHeight, ['sm', 'md', 'lg']),
    sortBy: asObjects(options.sortBy).flatMap(({ displayName, desc }) => {
      const column = asText(displayName);
      return column ? [{ column, descending: desc === true }] : [];
    }),
    frameIndex: Math.max(0, Math.round(asNumber(options.frameIndex) ?? 0)),
    // Before Grafana 12.2 it belonged to the footer.
    hasPages: (enablePagination ?? asObject(footer).enablePagination) === true,
  };
}

/**
 * How a column is drawn, of both the present and the former ways to write it.
 *
 * @param field - configured
 * @param options - of the panel; a footer of former Grafanas stands there
 * @public
 */
export function readTableColumnStyle(
  field: Pick<DataField, 'name' | 'type' | 'config' | 'state'>,
  options: JsonObject = {},
): TableColumnStyle {
  const { custom } = field.config;
  const cell = asObject(custom.cellOptions);
  const written = asText(custom.displayMode) ?? asText(cell.type) ?? 'auto';
  const kind = cellKind(written, field.type);
  const align = asChoice(custom.align, ['auto', 'left', 'center', 'right']);
  return {
    align: align === 'auto' ? usualAlign(kind, field.type) : align,
    width: positive(custom.width),
    minWidth: Math.max(
      SMALLEST_WIDTH,
      positive(custom.minWidth) ?? USUAL_MIN_WIDTH,
    ),
    kind,
    mode: cellMode(written, cell),
    applyToRow: cell.applyToRow === true,
    valueMode: asChoice(cell.valueDisplayMode, ['text', 'color', 'hidden']),
    isHidden: custom.hidden === true || asObject(custom.hideFrom).viz === true,
    isFilterable: custom.filterable === true,
    canInspect: custom.inspect === true,
    wrapText: custom.wrapText === true || cell.wrapText === true,
    wrapHeader: custom.wrapHeaderText === true,
    footer: footerOf(field, options),
    sparkline: cell,
  };
}

function positive(value: unknown): number | undefined {
  const number = asNumber(value);
  return number !== undefined && number > 0 ? number : undefined;
}

const KINDS: Record<string, TableCellKind> = {
  'color-text': 'color-text',
  'color-background': 'color-background',
  'color-background-solid': 'color-background',
  gauge: 'gauge',
  basic: 'gauge',
  'gradient-gauge': 'gauge',
  'lcd-gauge': 'gauge',
  sparkline: 'sparkline',
  'json-view': 'json-view',
  image: 'image',
  'data-links': 'data-links',
  pill: 'pill',
  markdown: 'markdown',
};

function cellKind(written: string, type: DataField['type']): TableCellKind {
  if (Object.hasOwn(KINDS, written)) {
    return KINDS[written];
  }
  if (type === 'frame') {
    return 'sparkline';
  }
  return type === 'other' ? 'json-view' : 'auto';
}

function cellMode(written: string, cell: JsonObject): TableColumnStyle['mode'] {
  switch (written) {
    case 'color-background-solid':
    case 'basic':
      return 'basic';
    case 'lcd-gauge':
      return 'lcd';
    case 'gradient-gauge':
      return 'gradient';
    default:
      return asChoice(cell.mode, ['gradient', 'basic', 'lcd']);
  }
}

function usualAlign(
  kind: TableCellKind,
  type: DataField['type'],
): TableColumnStyle['align'] {
  const isText = ['auto', 'color-text', 'color-background'].includes(kind);
  return isText && type === 'number' ? 'right' : 'left';
}

/** Of the column itself, else of the panel: a calculation of all columns, or of some by their names. */
function footerOf(
  field: Pick<DataField, 'name' | 'config' | 'state'>,
  options: JsonObject,
): string[] {
  const own = asTexts(asObject(field.config.custom.footer).reducers);
  const { show, reducer, fields, countRows } = asObject(options.footer);
  if (own.length > 0 || show !== true) {
    return own;
  }
  const reducers = Array.isArray(reducer)
    ? asTexts(reducer)
    : asTexts([reducer ?? null]);
  if (countRows === true && reducers[0] === 'count') {
    return ['countAll'];
  }
  const names = asTexts(Array.isArray(fields) ? fields : [fields ?? null]);
  const isMeant = [field.name, field.state?.displayName].some(
    name => name !== undefined && names.includes(name),
  );
  return names.length === 0 || isMeant ? reducers : [];
}
