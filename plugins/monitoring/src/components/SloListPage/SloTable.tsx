import { RefObject } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TableSortLabel from '@material-ui/core/TableSortLabel';
import { SloStatus } from '@sightline/backstage-plugin-monitoring-common';
import { monitoringSloPagesTranslationRef } from '../../translation';
import { ScrollTable } from '../ScrollTable';
import { ROW_HEIGHT } from './rowHeight';
import { SLO_COLUMN_LOOKS, SloColumn } from './sloColumns';
import { SloTableRow } from './SloTableRow';
import { SloListState } from './useSloListState';
import { SloTrend } from './useSloTrends';
import { useListTableStyles } from './useListTableStyles';
import { RowRange } from './useVisibleRows';
import { WindowedRows } from './WindowedRows';

/** Props of {@link SloTable}. */
export interface SloTableProps {
  /** All that match, in view or not. */
  total: number;
  itemAt: (index: number) => SloStatus | undefined;
  trendAt: (index: number) => SloTrend | undefined;
  state: SloListState;
  /** From the window: only those rows are in the document. */
  range: RowRange;
  rowsRef: RefObject<HTMLElement>;
}

/** SLOs, one a row, of which only those in view are in the document. */
export function SloTable(props: SloTableProps) {
  const { total, itemAt, trendAt, state, range, rowsRef } = props;
  const { t } = useTranslationRef(monitoringSloPagesTranslationRef);
  const classes = useListTableStyles();
  const { columns } = state;
  const width = columns.reduce(
    (sum, column) => sum + SLO_COLUMN_LOOKS[column].width,
    0,
  );
  return (
    <ScrollTable label={t('sloList.title')}>
      <table
        className={classes.table}
        style={{ minWidth: width }}
        aria-label={t('sloList.title')}
        aria-rowcount={total + 1}
      >
        <colgroup>
          {columns.map(column => (
            <col
              key={column}
              style={
                column === 'service'
                  ? undefined
                  : { width: SLO_COLUMN_LOOKS[column].width }
              }
            />
          ))}
        </colgroup>
        <thead>
          <tr className={classes.head} aria-rowindex={1}>
            {columns.map(column => (
              <ColumnHead key={column} column={column} state={state} />
            ))}
          </tr>
        </thead>
        <WindowedRows
          component="tbody"
          rowsRef={rowsRef}
          rowHeight={ROW_HEIGHT}
          total={total}
          range={range}
          rowAt={index => (
            <SloTableRow
              index={index}
              columns={columns}
              slo={itemAt(index)}
              trend={trendAt(index)}
            />
          )}
        />
      </table>
    </ScrollTable>
  );
}

/** Title of a column; of those that can be sorted by, a button. */
function ColumnHead(props: { column: SloColumn; state: SloListState }) {
  const { column, state } = props;
  const { t } = useTranslationRef(monitoringSloPagesTranslationRef);
  const classes = useListTableStyles();
  const { sort, align, natural = 'ascending' } = SLO_COLUMN_LOOKS[column];
  const title = t(`sloList.column.${column}`);
  const isSorted = sort === state.sort;
  const isDescending = (natural === 'descending') !== state.isReversed;
  const direction = isDescending ? 'descending' : 'ascending';

  return (
    <th
      scope="col"
      className={align}
      aria-sort={sort && (isSorted ? direction : 'none')}
    >
      {sort ? (
        <TableSortLabel
          classes={{ root: classes.sort, active: classes.sorted }}
          // The arrow stands before a title whose figures end at the right.
          style={align && { flexDirection: 'row-reverse' }}
          active={isSorted}
          direction={isDescending ? 'desc' : 'asc'}
          onClick={() => state.sortBy(sort)}
        >
          {title}
        </TableSortLabel>
      ) : (
        title
      )}
    </th>
  );
}
