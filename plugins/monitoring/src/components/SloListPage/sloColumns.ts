import { SloListQuery } from '@sightline/backstage-plugin-monitoring-common';

/** What a list of SLOs can be sorted by. */
export type SloSort = NonNullable<SloListQuery['sort']>;

/** Columns of the list, from left to right. */
export const SLO_COLUMNS = [
  'state',
  'service',
  'sli',
  'budget',
  'burn',
  'gone',
  'trend',
  'owner',
  'system',
  'domain',
] as const;

/** One of the columns of the list. */
export type SloColumn = (typeof SLO_COLUMNS)[number];

/** How a column looks and behaves. */
export interface SloColumnLook {
  /** In pixels; what is left over goes to the columns of text. */
  width: number;
  align?: 'right';
  sort?: SloSort;
  /** Which way the figures go when sorted as they are looked for first. Default `ascending`. */
  natural?: 'descending';
  /** What the other way is called in a query. Default `desc`. */
  reversedOrder?: 'asc';
  /** Without it a row would not say what it is about. */
  isFixed?: boolean;
  isHiddenAtFirst?: boolean;
}

/** Look and behaviour of each column. */
export const SLO_COLUMN_LOOKS: Record<SloColumn, SloColumnLook> = {
  state: {
    width: 136,
    sort: 'urgency',
    natural: 'descending',
    isFixed: true,
  },
  service: { width: 184, sort: 'name', isFixed: true },
  sli: { width: 104, sort: 'sli', align: 'right' },
  budget: { width: 236, sort: 'budget', align: 'right' },
  burn: {
    width: 128,
    sort: 'burn',
    align: 'right',
    natural: 'descending',
    reversedOrder: 'asc',
  },
  gone: { width: 112, sort: 'gone', align: 'right' },
  trend: { width: 116 },
  owner: { width: 128, sort: 'owner' },
  system: { width: 136, isHiddenAtFirst: true },
  domain: { width: 136, isHiddenAtFirst: true },
};

/** Columns that are shown unless the reader chooses others. */
export const DEFAULT_COLUMNS: SloColumn[] = SLO_COLUMNS.filter(
  column => !SLO_COLUMN_LOOKS[column].isHiddenAtFirst,
);

/** Reads columns from an address; whatever it says, a row says what it is about. */
export function parseColumns(text: string | null): SloColumn[] {
  if (text === null) {
    return DEFAULT_COLUMNS;
  }
  const wanted = text.split(',');
  return SLO_COLUMNS.filter(
    column => SLO_COLUMN_LOOKS[column].isFixed || wanted.includes(column),
  );
}

/** Columns for an address; undefined for those that are shown anyhow. */
export function formatColumns(columns: SloColumn[]): string | undefined {
  const text = SLO_COLUMNS.filter(
    column => columns.includes(column) && !SLO_COLUMN_LOOKS[column].isFixed,
  ).join(',');
  const usual = DEFAULT_COLUMNS.filter(
    column => !SLO_COLUMN_LOOKS[column].isFixed,
  ).join(',');
  return text === usual ? undefined : text;
}
