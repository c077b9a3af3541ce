import { LegendItem } from './LegendItem';

/** The column of the names, as dashboards call it. */
export const NAME_COLUMN = 'Name';

/** By which column a legend is sorted. */
export interface LegendSort {
  column: string;
  descending: boolean;
}

const { compare } = new Intl.Collator('en', {
  numeric: true,
  sensitivity: 'base',
});

/** The lines of a legend in order; without a column, as they are. */
export function sortLegend(
  items: LegendItem[],
  sort: LegendSort | undefined,
): LegendItem[] {
  if (!sort) {
    return items;
  }
  const sign = sort.descending ? -1 : 1;
  if (sort.column === NAME_COLUMN) {
    return [...items].sort((a, b) => sign * compare(a.name, b.name));
  }
  const numberOf = ({ values }: LegendItem) => {
    const number = values.find(({ title }) => title === sort.column)?.number;
    return number === undefined || Number.isNaN(number) ? -Infinity : number;
  };
  return items
    .map(item => ({ item, number: numberOf(item) }))
    .sort((a, b) => (a.number === b.number ? 0 : sign * (a.number - b.number)))
    .map(({ item }) => item);
}

/** What a click on a column makes of the order: descending, ascending, as it was. */
export function nextSort(
  sort: LegendSort | undefined,
  column: string,
): LegendSort | undefined {
  if (sort?.column !== column) {
    return { column, descending: true };
  }
  return sort.descending ? { column, descending: false } : undefined;
}
