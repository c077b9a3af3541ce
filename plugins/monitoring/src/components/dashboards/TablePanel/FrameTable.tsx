import { ReactNode, useContext, useMemo, useRef, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  DataFrame,
  frameLength,
  PanelModel,
  readTableOptions,
} from '@sightline/backstage-plugin-monitoring-common';
import { ClockContext } from '../../../hooks/Clock';
import { monitoringDashboardsTranslationRef } from '../../../translation';
import { lazily } from '../../lazily';
import { PanelProps } from '../types';
import { useElementSize } from '../useElementSize';
import { columnWidths } from './columnWidths';
import { tableColumns } from './tableColumns';
import { tableFooter } from './tableFooter';
import { TableHeading } from './TableHeading';
import { TableRows } from './TableRows';
import { useRowWindow } from './useRowWindow';
import { useTableView } from './useTableView';

const RowPages = lazily(() =>
  import('../RowPages').then(module => module.RowPages),
);
const TableFooterRow = lazily(() =>
  import('./TableFooterRow').then(module => module.TableFooterRow),
);

const ROW_HEIGHTS = { sm: 36, md: 42, lg: 48 };
/** Of the headings, and of what turns pages. */
const HEADER_HEIGHT = 36;
/** Rows of a page when they may differ in height. */
const ROWS_OF_PAGE = 100;
const EXPANDER_WIDTH = 50;

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minHeight: 0,
  },
  scroll: {
    flex: 1,
    minHeight: 0,
    overflow: 'auto',
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
    },
  },
  table: {
    borderCollapse: 'separate',
    borderSpacing: 0,
    tableLayout: 'fixed',
    minWidth: '100%',
    ...theme.typography.body2,
  },
  empty: {
    padding: theme.spacing(2),
    textAlign: 'center',
  },
}));

/** Props of {@link FrameTable}. */
export interface FrameTableProps
  extends Pick<PanelProps, 'frames' | 'variables' | 'range'> {
  frame: DataFrame;
  /** Of a table panel. */
  options: PanelModel['options'];
  /** For those who listen. */
  label: string;
  /** Above the table: what chooses it. */
  children?: ReactNode;
  /** Whether it lies within another table: it scrolls with that. */
  isInner?: boolean;
}

/** A frame as rows and columns that readers sort, filter and page through. */
export function FrameTable(props: FrameTableProps) {
  const { frame, options, label, isInner = false } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useStyles();
  const { type } = useTheme().palette;
  const { timeZone } = useContext(ClockContext);
  const scrollRef = useRef<HTMLDivElement>(null);
  const size = useElementSize(scrollRef);
  const [page, setPage] = useState(0);

  const table = useMemo(() => readTableOptions(options), [options]);
  const columns = useMemo(
    () => tableColumns(frame, options, { theme: type, timeZone }),
    [frame, options, type, timeZone],
  );
  const view = useTableView(columns, frameLength(frame), table.sortBy);
  const footer = useMemo(
    () => tableFooter(columns, view.rows),
    [columns, view.rows],
  );

  const rowHeight = ROW_HEIGHTS[table.cellHeight];
  const inner = frame.fields.find(one => one.type === 'nestedFrames');
  const isUneven = Boolean(inner) || columns.some(one => one.style.wrapText);
  const fitting = size
    ? Math.max(1, Math.floor((size.height - HEADER_HEIGHT) / rowHeight))
    : 10;
  const pageSize = table.hasPages && !isUneven ? fitting : ROWS_OF_PAGE;
  const hasPages =
    (table.hasPages || isUneven) && view.rows.length > pageSize && !isInner;
  const lastPage = Math.max(0, Math.ceil(view.rows.length / pageSize) - 1);
  const shownPage = Math.min(page, lastPage);
  const first = hasPages ? shownPage * pageSize : 0;
  const rows = hasPages ? view.rows.slice(first, first + pageSize) : view.rows;
  const rowWindow = useRowWindow(
    rows.length,
    rowHeight,
    size?.height,
    isUneven || isInner,
  );

  const widths = columnWidths(
    columns,
    (size?.width ?? 0) - (inner ? EXPANDER_WIDTH : 0),
  );
  const content = (
    <table
      className={classes.table}
      aria-label={label}
      aria-rowcount={view.rows.length + (table.showHeader ? 1 : 0)}
    >
      <colgroup>
        {inner && <col style={{ width: EXPANDER_WIDTH }} />}
        {columns.map(({ key }, index) => (
          <col key={key} style={{ width: widths[index] }} />
        ))}
      </colgroup>
      {table.showHeader && (
        <thead>
          <tr aria-rowindex={1}>
            {inner && <td />}
            {columns.map(column => (
              <TableHeading key={column.key} column={column} view={view} />
            ))}
          </tr>
        </thead>
      )}
      <TableRows
        {...props}
        InnerTable={FrameTable}
        columns={columns}
        inner={inner}
        rows={rows}
        rowWindow={rowWindow}
        rowHeight={rowHeight}
        firstIndex={first + (table.showHeader ? 2 : 1)}
      />
      {footer && (
        <TableFooterRow
          columns={columns}
          cells={footer}
          hasExpander={Boolean(inner)}
        />
      )}
    </table>
  );
  if (isInner) {
    return content;
  }
  return (
    <div className={classes.root}>
      {props.children}
      {/* Keyboards scroll only what they can reach. */}
      <div
        className={classes.scroll}
        ref={scrollRef}
        role="region"
        aria-label={label}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onScroll={rowWindow.onScroll}
      >
        {content}
        {view.rows.length === 0 && view.filters.size > 0 && (
          <Typography className={classes.empty} variant="body2" role="status">
            {t('dashboards.table.filterNone')}
          </Typography>
        )}
      </div>
      {hasPages && (
        <RowPages
          first={first}
          perPage={pageSize}
          total={view.rows.length}
          onPage={next => setPage(next / pageSize)}
        />
      )}
    </div>
  );
}
