import { memo } from 'react';
import Skeleton from '@material-ui/lab/Skeleton';
import { SloStatus } from '@sightline/backstage-plugin-monitoring-common';
import { SLO_COLUMN_LOOKS, SloColumn } from './sloColumns';
import { SloTableCell } from './SloTableCell';
import { useListTableStyles } from './useListTableStyles';
import { SloTrend } from './useSloTrends';
import { INDEX_ATTRIBUTE } from './WindowedRows';

/** Props of {@link SloTableRow}. */
export interface SloTableRowProps {
  /** Counted from 0, over the whole list. */
  index: number;
  columns: SloColumn[];
  /** Absent until it is loaded. */
  slo?: SloStatus;
  trend?: SloTrend;
}

/** One SLO. Renders again only when it changes: many rows are in view at once. */
export const SloTableRow = memo(function Row(props: SloTableRowProps) {
  const { index, columns, slo, trend } = props;
  const classes = useListTableStyles();
  return (
    <tr
      className={`${classes.row} ${index % 2 === 0 ? classes.shaded : ''}`}
      // The head is the first.
      aria-rowindex={index + 2}
      {...{ [INDEX_ATTRIBUTE]: index }}
    >
      {columns.map(column => (
        <td key={column} className={SLO_COLUMN_LOOKS[column].align}>
          {slo ? (
            <SloTableCell column={column} slo={slo} trend={trend} />
          ) : (
            <Skeleton />
          )}
        </td>
      ))}
    </tr>
  );
});
