import { useMemo, useState } from 'react';
import { TableColumn } from './tableColumns';
import { TableFilters, tableRows, TableSort } from './rowsOfTable';

/** What a reader has chosen to see of a table. */
export interface TableView {
  /** Indexes of rows, in the order in which they are shown. */
  rows: number[];
  sorts: TableSort[];
  filters: TableFilters;
  /** @param adds - whether the table stays sorted by what it was, where the column is equal */
  sortBy(column: string, adds: boolean): void;
  /** @param kept - the texts whose rows stay; undefined: all */
  filterBy(column: string, kept: ReadonlySet<string> | undefined): void;
}

/** @param initial - what the author sorts by, until the reader does */
export function useTableView(
  columns: TableColumn[],
  length: number,
  initial: { column: string; descending: boolean }[],
): TableView {
  const [chosen, setChosen] = useState<TableSort[]>();
  const [filters, setFilters] = useState<TableFilters>(new Map());
  const sorts = useMemo(
    () =>
      chosen ??
      initial.flatMap(({ column, descending }) => {
        const found = columns.find(
          ({ heading, field }) => heading === column || field.name === column,
        );
        return found ? [{ column: found.key, descending }] : [];
      }),
    [chosen, initial, columns],
  );
  const rows = useMemo(
    () => tableRows(columns, length, filters, sorts),
    [columns, length, filters, sorts],
  );
  return {
    rows,
    sorts,
    filters,
    sortBy: (column, adds) => setChosen(nextSorts(sorts, column, adds)),
    filterBy: (column, kept) =>
      setFilters(before => {
        const next = new Map(before);
        if (kept) {
          next.set(column, kept);
        } else {
          next.delete(column);
        }
        return next;
      }),
  };
}

/** Up, then down, then as it came. */
function nextSorts(
  sorts: TableSort[],
  column: string,
  adds: boolean,
): TableSort[] {
  const before = sorts.find(sort => sort.column === column);
  const others = adds ? sorts.filter(sort => sort !== before) : [];
  if (before?.descending) {
    return others;
  }
  return [...others, { column, descending: before !== undefined }];
}
