import {
  FieldType,
  FieldValue,
  isFrame,
} from '@sightline/backstage-plugin-monitoring-common';
import { TableColumn } from './tableColumns';

/** What a table is sorted by; earlier ones go before. */
export interface TableSort {
  /** Key of the column. */
  column: string;
  descending: boolean;
}

/** By the keys of columns: the texts that rows are kept of. */
export type TableFilters = ReadonlyMap<string, ReadonlySet<string>>;

/** Which rows are shown, in which order. */
export function tableRows(
  columns: TableColumn[],
  length: number,
  filters: TableFilters,
  sorts: TableSort[],
): number[] {
  const conditions = columns.flatMap(column => {
    const kept = filters.get(column.key);
    return kept ? [{ column, kept }] : [];
  });
  const rows = Array.from({ length }, (_, row) => row).filter(row =>
    conditions.every(({ column, kept }) =>
      kept.has(column.display(column.field.values[row]).full),
    ),
  );
  const comparers = sorts.flatMap(({ column: key, descending }) => {
    const column = columns.find(one => one.key === key);
    return column ? [rowComparer(column, descending)] : [];
  });
  return comparers.length > 0
    ? rows.sort((a, b) => {
        for (const compare of comparers) {
          const result = compare(a, b);
          if (result !== 0) {
            return result;
          }
        }
        return 0;
      })
    : rows;
}

const compareTexts = new Intl.Collator('en', {
  sensitivity: 'base',
  numeric: true,
}).compare;

function rowComparer(
  { field }: TableColumn,
  descending: boolean,
): (a: number, b: number) => number {
  const { values } = field;
  const compare = valueComparer(field.type);
  const sign = descending ? -1 : 1;
  return (a, b) => sign * compare(values[a], values[b]);
}

function valueComparer(
  type: FieldType,
): (a: FieldValue, b: FieldValue) => number {
  switch (type) {
    case 'time':
    case 'number':
    case 'boolean':
      return compareNumbers;
    case 'frame':
      return (a, b) => figureOf(a) - figureOf(b);
    default:
      return (a, b) => compareTexts(String(a ?? ''), String(b ?? ''));
  }
}

/** What is not there comes first, then what is no number. */
function compareNumbers(a: FieldValue, b: FieldValue): number {
  return rankOf(a) - rankOf(b) || Number(a) - Number(b) || 0;
}

function rankOf(value: FieldValue): number {
  if (value === null || value === undefined) {
    return 0;
  }
  return Number.isNaN(value) ? 1 : 2;
}

function figureOf(value: FieldValue): number {
  return isFrame(value) ? value.value ?? 0 : 0;
}
