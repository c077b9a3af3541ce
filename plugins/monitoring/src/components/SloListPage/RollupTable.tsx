import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  SloRollup,
  SloRollupKey,
} from '@sightline/backstage-plugin-monitoring-common';
import { monitoringSloPagesTranslationRef } from '../../translation';
import { ScrollTable } from '../ScrollTable';
import { RollupRow } from './RollupRow';
import { ROW_HEIGHT } from './rowHeight';
import { useListTableStyles } from './useListTableStyles';
import { SloListState } from './useSloListState';
import { useVisibleRows } from './useVisibleRows';
import { WindowedRows } from './WindowedRows';

/** Columns from left to right, in pixels; what is left over goes to the name. */
const WIDTHS = {
  worst: 136,
  name: undefined,
  counts: 400,
  sli: 128,
  budget: 168,
  combined: 136,
};
const NAME_WIDTH = 184;
const COLUMNS = Object.keys(WIDTHS) as (keyof typeof WIDTHS)[];
const RIGHT: string[] = ['sli', 'budget', 'combined'];

/** Props of {@link RollupTable}. */
export interface RollupTableProps {
  by: SloRollupKey;
  rollups: SloRollup[];
  state: SloListState;
}

/** SLOs by system, domain or owner, worst first; a name leads to its SLOs. */
export function RollupTable(props: RollupTableProps) {
  const { by, rollups, state } = props;
  const { t } = useTranslationRef(monitoringSloPagesTranslationRef);
  const classes = useListTableStyles();
  const { listRef, range } = useVisibleRows(ROW_HEIGHT);
  const minWidth = COLUMNS.reduce(
    (sum, column) => sum + (WIDTHS[column] ?? NAME_WIDTH),
    0,
  );
  const label = t(`sloList.rollupLabel.${by}`);

  return (
    <ScrollTable label={label}>
      <table
        className={classes.table}
        style={{ minWidth }}
        aria-label={label}
        aria-rowcount={rollups.length + 1}
      >
        <colgroup>
          {COLUMNS.map(column => (
            <col key={column} style={{ width: WIDTHS[column] }} />
          ))}
        </colgroup>
        <thead>
          <tr className={classes.head} aria-rowindex={1}>
            {COLUMNS.map(column => (
              <th
                key={column}
                scope="col"
                className={RIGHT.includes(column) ? 'right' : undefined}
              >
                {column === 'name'
                  ? t(`sloList.byKey.${by}`)
                  : t(`sloList.rollup.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <WindowedRows
          component="tbody"
          rowsRef={listRef}
          rowHeight={ROW_HEIGHT}
          total={rollups.length}
          range={range}
          rowAt={index => (
            <RollupRow
              index={index}
              by={by}
              rollup={rollups[index]}
              state={state}
            />
          )}
        />
      </table>
    </ScrollTable>
  );
}
