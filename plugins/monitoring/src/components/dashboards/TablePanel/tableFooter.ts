import {
  calculationName,
  reduceField,
} from '@sightline/backstage-plugin-monitoring-common';
import { TableColumn } from './tableColumns';

/** What stands below a column: calculations and what they make. */
export interface FooterCell {
  /** Ids of calculations, each with its text; absent where the column has none. */
  entries: { calculation: string; name: string; text?: string }[];
  /** Whether the names of the calculations are told, too. */
  hasNames: boolean;
}

/** Calculations that are about other things than numbers, too. */
const OF_ANYTHING = new Set([
  'allValues',
  'changeCount',
  'count',
  'countAll',
  'distinctCount',
  'first',
  'firstNotNull',
  'last',
  'lastNotNull',
  'uniqueValues',
]);
/** Their figures have no unit. */
const COUNTS = new Set(['count', 'countAll']);

/**
 * What stands below the columns.
 *
 * @param rows - that are shown; calculations are about them alone
 * @returns undefined when nothing does
 */
export function tableFooter(
  columns: TableColumn[],
  rows: number[],
): FooterCell[] | undefined {
  const asked = columns.filter(({ style }) => style.footer.length > 0);
  if (asked.length === 0) {
    return undefined;
  }
  const [first] = asked;
  // The names stand once, at the left, when all columns have the same calculations.
  const areSame = asked.every(
    ({ style }) => style.footer.join() === first.style.footer.join(),
  );
  return columns.map((column, index) => {
    const entries = entriesOf(column, rows, index === 0);
    const isEmpty = entries.every(({ text }) => text === undefined);
    const isLabel = areSame && index === 0 && isEmpty;
    return {
      entries: isLabel ? namesOf(first.style.footer) : entries,
      hasNames: !areSame || index === 0,
    };
  });
}

function namesOf(calculations: string[]): FooterCell['entries'] {
  return calculations.map(calculation => ({
    calculation,
    name: calculationName(calculation),
  }));
}

function entriesOf(
  { field, style, display }: TableColumn,
  rows: number[],
  isFirst: boolean,
): FooterCell['entries'] {
  const isNumber = field.type === 'number';
  const values =
    style.footer.length > 0 ? rows.map(row => field.values[row]) : [];
  return namesOf(style.footer).map(entry => {
    const { calculation } = entry;
    const isHere =
      (isNumber || OF_ANYTHING.has(calculation)) &&
      (calculation !== 'countAll' || isFirst);
    const value = isHere
      ? reduceField({ type: field.type, values }, calculation)
      : undefined;
    if (value === undefined) {
      return entry;
    }
    return {
      ...entry,
      text: COUNTS.has(calculation) ? String(value) : display(value).full,
    };
  });
}
