import { useMemo } from 'react';
import {
  SLO_STATES_BY_URGENCY,
  SloListQuery,
  SloRollupKey,
  SloState,
} from '@sightline/backstage-plugin-monitoring-common';
import { ON, SLO_LIST_PARAMETERS } from '../../hooks/useSloListPath';
import { useUrlState } from '../../hooks/useUrlState';
import {
  formatColumns,
  parseColumns,
  SLO_COLUMN_LOOKS,
  SLO_COLUMNS,
  SloColumn,
  SloSort,
} from './sloColumns';

/** What SLOs can be put together by, as it is read. */
export const ROLLUP_KEYS = [
  'system',
  'domain',
  'owner',
] as const satisfies SloRollupKey[];

/** Filters that name entities. */
export type EntityFilter = (typeof ROLLUP_KEYS)[number];

/** What of the list is shown, and how; all of it lives in the address. */
export interface SloListState {
  /** Without owners for `isMine`, cursor and limit; the same object as long as nothing changes. */
  query: Omit<SloListQuery, 'cursor' | 'limit'>;
  states: SloState[];
  entities: Record<EntityFilter, string[]>;
  search: string;
  isMine: boolean;
  /** Absent: one row for each SLO. */
  by?: SloRollupKey;
  sort: SloSort;
  /** Against the way in which a reader looks for it first. */
  isReversed: boolean;
  columns: SloColumn[];
  isFiltered: boolean;
  setStates(states: SloState[]): void;
  setEntities(filter: EntityFilter, refs: string[]): void;
  setSearch(text: string): void;
  setMine(isMine: boolean): void;
  setBy(by: SloRollupKey | undefined): void;
  /** Sorts by something; by the same again turns the order round. */
  sortBy(sort: SloSort): void;
  setColumns(columns: SloColumn[]): void;
  /** Address of the SLOs of a system, domain or owner, where they were put together by that. */
  pathOf(filter: EntityFilter, ref: string, state?: SloState): string;
  clear(): void;
}

const NAMES = SLO_LIST_PARAMETERS;
const SORTS = SLO_COLUMNS.map(column => SLO_COLUMN_LOOKS[column]);

/** Reads and writes what of the list is shown. */
export function useSloListState(): SloListState {
  const { params, change, pathAfter } = useUrlState();
  const text = params.toString();

  const read = useMemo(() => {
    const address = new URLSearchParams(text);
    const listOf = (name: string) => {
      const refs = address
        .getAll(name)
        .filter(Boolean)
        .map(ref => ref.toLocaleLowerCase('en-US'));
      return [...new Set(refs)];
    };
    const states = SLO_STATES_BY_URGENCY.filter(state =>
      address.getAll(NAMES.state).includes(state),
    );
    const entities = {
      system: listOf(NAMES.system),
      domain: listOf(NAMES.domain),
      owner: listOf(NAMES.owner),
    };
    const look =
      SORTS.find(one => one.sort && one.sort === address.get(NAMES.sort)) ??
      SLO_COLUMN_LOOKS.state;
    const sort = look.sort ?? 'urgency';
    const isReversed = address.get(NAMES.order) === 'reversed';
    const search = address.get(NAMES.search) ?? '';
    const some = <T>(list: T[]) => (list.length > 0 ? list : undefined);
    const isMine = address.get(NAMES.mine) === ON;
    const query: SloListState['query'] = {
      state: some(states),
      owner: isMine ? undefined : some(entities.owner),
      system: some(entities.system),
      domain: some(entities.domain),
      search: search.trim() || undefined,
      sort,
      order: isReversed ? look.reversedOrder ?? 'desc' : undefined,
    };
    return {
      states,
      entities,
      search,
      sort,
      isReversed,
      query,
      isMine,
      by: ROLLUP_KEYS.find(key => key === address.get(NAMES.by)),
      columns: parseColumns(address.get(NAMES.columns)),
    };
  }, [text]);

  return {
    ...read,
    isFiltered:
      read.isMine ||
      read.query.search !== undefined ||
      read.states.length > 0 ||
      Object.values(read.entities).some(refs => refs.length > 0),
    setStates: states => change({ [NAMES.state]: states }, { replace: true }),
    setEntities: (filter, refs) =>
      change(
        {
          [NAMES[filter]]: refs,
          // Whoever chooses owners no longer means the own ones.
          ...(filter === 'owner' && { [NAMES.mine]: undefined }),
        },
        { replace: true },
      ),
    setSearch: search =>
      change({ [NAMES.search]: search || undefined }, { replace: true }),
    setMine: isMine =>
      change(
        { [NAMES.mine]: isMine ? ON : undefined, [NAMES.owner]: undefined },
        { replace: true },
      ),
    setBy: by => change({ [NAMES.by]: by }),
    sortBy: sort =>
      change(
        {
          [NAMES.sort]: sort === 'urgency' ? undefined : sort,
          [NAMES.order]:
            sort === read.sort && !read.isReversed ? 'reversed' : undefined,
        },
        { replace: true },
      ),
    setColumns: columns =>
      change({ [NAMES.columns]: formatColumns(columns) }, { replace: true }),
    pathOf: (filter, ref, state) =>
      pathAfter({
        [NAMES.by]: undefined,
        [NAMES[filter]]: ref,
        ...(filter === 'owner' && { [NAMES.mine]: undefined }),
        ...(state && { [NAMES.state]: state }),
      }),
    clear: () =>
      change({
        [NAMES.state]: undefined,
        [NAMES.owner]: undefined,
        [NAMES.system]: undefined,
        [NAMES.domain]: undefined,
        [NAMES.search]: undefined,
        [NAMES.mine]: undefined,
      }),
  };
}
