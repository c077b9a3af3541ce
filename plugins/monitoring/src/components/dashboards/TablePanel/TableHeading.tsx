import TableSortLabel from '@material-ui/core/TableSortLabel';
import { makeStyles } from '@material-ui/core/styles';
import { lazily } from '../../lazily';
import { TableColumn } from './tableColumns';
import { TableView } from './useTableView';

const ColumnFilter = lazily(() =>
  import('./ColumnFilter').then(module => module.ColumnFilter),
);

const useStyles = makeStyles(theme => ({
  root: {
    position: 'sticky',
    top: 0,
    zIndex: 2,
    height: 36,
    padding: theme.spacing(0, 1),
    background: theme.palette.background.paper,
    borderBottom: `1px solid ${theme.palette.divider}`,
    color: theme.palette.text.secondary,
    fontWeight: 500,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  wrapped: {
    whiteSpace: 'normal',
    overflowWrap: 'anywhere',
  },
}));

const SORTS = { true: 'descending', false: 'ascending' } as const;

/** Props of {@link TableHeading}. */
export interface TableHeadingProps {
  column: TableColumn;
  view: TableView;
}

/** A heading that sorts its column, and filters it when the author lets it. */
export function TableHeading(props: TableHeadingProps) {
  const { column, view } = props;
  const classes = useStyles();
  const { heading, key, style } = column;
  const sort = view.sorts.find(one => one.column === key);
  const isDescending = sort?.descending ?? false;
  return (
    <th
      scope="col"
      className={`${classes.root} ${style.wrapHeader ? classes.wrapped : ''}`}
      style={{ textAlign: style.align }}
      aria-sort={sort ? SORTS[`${isDescending}`] : undefined}
      title={heading}
    >
      <TableSortLabel
        active={sort !== undefined}
        direction={isDescending ? 'desc' : 'asc'}
        hideSortIcon
        onClick={event =>
          view.sortBy(key, event.shiftKey || event.ctrlKey || event.metaKey)
        }
      >
        {heading}
      </TableSortLabel>
      {style.isFilterable && <ColumnFilter column={column} view={view} />}
    </th>
  );
}
