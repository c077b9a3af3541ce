import { useId, useMemo, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import MenuItem from '@material-ui/core/MenuItem';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import TableSortLabel from '@material-ui/core/TableSortLabel';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  fieldName,
  readTableOptions,
  sortFrame,
} from '@sightline/backstage-plugin-monitoring-common';
import { monitoringTranslationRef } from '../../../translation';
import { PanelProps } from '../types';
import { panelTables } from './tableColumns';
import { alignOf, TablePanelCell } from './TablePanelCell';

/** More rows make the page slow. */
const MOST_ROWS = 200;

const useStyles = makeStyles(theme => ({
  root: {
    height: '100%',
    overflow: 'auto',
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
    },
  },
  heading: {
    padding: theme.spacing(0.5, 1.5, 0.5, 1),
    background: theme.palette.background.paper,
    color: theme.palette.textSubtle,
    whiteSpace: 'nowrap',
  },
  choice: {
    marginBottom: theme.spacing(1),
  },
}));

/** Props of {@link TablePanel}. */
export type TablePanelProps = Pick<
  PanelProps,
  'panel' | 'title' | 'result' | 'variables'
>;

/** Rows and columns, which a click on a heading sorts. */
export function TablePanel(props: TablePanelProps) {
  const { panel, result, variables, title } = props;
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const choiceId = useId();
  const options = useMemo(() => readTableOptions(panel.options), [panel]);
  const [sort, setSort] = useState(options.sortBy[0]);
  const [chosen, setChosen] = useState(0);

  const tables = useMemo(
    () => panelTables(panel, result, variables),
    [panel, result, variables],
  );
  const table = tables[chosen] ?? tables[0];
  const frame = useMemo(
    () => sort && table && sortFrame(table.frame, sort.column, sort.descending),
    [table, sort],
  );
  if (!table) {
    return null;
  }
  const { fields } = frame ?? table.frame;
  const total = fields[0]?.values.length ?? 0;
  const label = t('dashboards.chart.tableOf', { title });
  const nameOf = (index: number) =>
    tables[index].frame.fields
      .filter(({ type }) => type === 'number')
      .map(fieldName)
      .join(', ');

  return (
    // Keyboards scroll only what they can reach.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.root} role="region" aria-label={label} tabIndex={0}>
      {tables.length > 1 && (
        <TextField
          className={classes.choice}
          select
          size="small"
          variant="outlined"
          margin="none"
          id={choiceId}
          label={t('dashboards.chart.series')}
          value={tables[chosen] ? chosen : 0}
          onChange={event => setChosen(Number(event.target.value))}
        >
          {tables.map((_, index) => (
            <MenuItem key={index} value={index}>
              {nameOf(index)}
            </MenuItem>
          ))}
        </TextField>
      )}
      <Table size="small" stickyHeader aria-label={label}>
        {options.showHeader && (
          <TableHead>
            <TableRow>
              {table.columns.map(column => {
                const isSorted = sort?.column === column.heading;
                const direction = sort?.descending ? 'desc' : 'asc';
                return (
                  <TableCell
                    key={column.key}
                    className={classes.heading}
                    align={alignOf(column)}
                    style={{ width: column.style.width }}
                    sortDirection={isSorted ? direction : false}
                  >
                    <TableSortLabel
                      active={isSorted}
                      direction={isSorted ? direction : 'desc'}
                      onClick={() =>
                        setSort({
                          column: column.heading,
                          // The most of something is what people look for first.
                          descending: isSorted
                            ? !sort.descending
                            : column.type === 'number',
                        })
                      }
                    >
                      {column.heading}
                    </TableSortLabel>
                  </TableCell>
                );
              })}
            </TableRow>
          </TableHead>
        )}
        <TableBody>
          {Array.from({ length: Math.min(total, MOST_ROWS) }, (_, row) => (
            <TableRow key={row} hover>
              {table.columns.map((column, index) => (
                <TablePanelCell
                  key={column.key}
                  column={column}
                  value={fields[index].values[row]}
                />
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {total > MOST_ROWS && (
        <Typography variant="caption">
          {t('dashboards.chart.firstRows', {
            shown: String(MOST_ROWS),
            total: String(total),
          })}
        </Typography>
      )}
    </div>
  );
}
