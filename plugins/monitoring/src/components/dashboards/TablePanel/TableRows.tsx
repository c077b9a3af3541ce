import { ComponentType, Fragment, useMemo, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import IconButton from '@material-ui/core/IconButton';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import ChevronRightIcon from '@material-ui/icons/ChevronRight';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  DataField,
  isFrame,
} from '@sightline/backstage-plugin-monitoring-common';
import { monitoringDashboardsTranslationRef } from '../../../translation';
import { cellLook, rowLook } from './cellLook';
import type { FrameTableProps } from './FrameTable';
import { TableCell } from './TableCell';
import { TableColumn } from './tableColumns';
import { RowWindow } from './useRowWindow';

const useStyles = makeStyles(theme => ({
  row: {
    '&:hover > td': {
      backgroundColor: theme.palette.action.hover,
    },
  },
  inner: {
    padding: theme.spacing(0, 1, 1, 6),
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
  expander: {
    borderBottom: `1px solid ${theme.palette.divider}`,
    textAlign: 'center',
  },
  room: {
    padding: 0,
    border: 0,
  },
}));

/** Props of {@link TableRows}. */
export interface TableRowsProps extends FrameTableProps {
  columns: TableColumn[];
  /** Tables below the rows, one for each. */
  inner: DataField | undefined;
  /** Draws a table below a row: given, because such a table has rows itself. */
  InnerTable: ComponentType<FrameTableProps>;
  /** Indexes of rows. */
  rows: number[];
  rowWindow: RowWindow;
  /** In pixels. */
  rowHeight: number;
  /** Of the first row among all of the table, counted from 1. */
  firstIndex: number;
}

/** The rows of a table that can be seen, and room for the others. */
export function TableRows(props: TableRowsProps) {
  const { columns, inner, rows, rowWindow, rowHeight, firstIndex } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useStyles();
  const theme = useTheme();
  const [expanded, setExpanded] = useState<ReadonlySet<number>>(new Set());
  const width = columns.length + (inner ? 1 : 0);
  const colorOfRow = useMemo(() => rowLook(columns, theme), [columns, theme]);
  const toggle = (row: number) =>
    setExpanded(before => {
      const next = new Set(before);
      if (!next.delete(row)) {
        next.add(row);
      }
      return next;
    });
  const room = (height: number) =>
    height > 0 && (
      <tr aria-hidden>
        <td className={classes.room} colSpan={width} style={{ height }} />
      </tr>
    );

  return (
    <tbody>
      {room(rowWindow.above)}
      {rows.slice(rowWindow.from, rowWindow.to).map((row, index) => {
        const name = columns[0]
          ? columns[0].display(columns[0].field.values[row]).full
          : t('dashboards.table.rowNumber', { row: String(row + 1) });
        const isExpanded = expanded.has(row);
        const look = colorOfRow(row);
        return (
          <Fragment key={row}>
            <tr
              className={classes.row}
              aria-rowindex={firstIndex + rowWindow.from + index}
              style={{ height: rowHeight, ...look }}
            >
              {inner && (
                <td className={classes.expander}>
                  <IconButton
                    size="small"
                    aria-expanded={isExpanded}
                    aria-label={t(
                      isExpanded
                        ? 'dashboards.table.collapse'
                        : 'dashboards.table.expand',
                      { row: name },
                    )}
                    onClick={() => toggle(row)}
                  >
                    {isExpanded ? <ExpandMoreIcon /> : <ChevronRightIcon />}
                  </IconButton>
                </td>
              )}
              {columns.map(column => (
                <TableCell
                  key={column.key}
                  {...props}
                  column={column}
                  row={row}
                  look={cellLook(column, row, theme)}
                />
              ))}
            </tr>
            {inner && isExpanded && (
              <tr>
                <td className={classes.inner} colSpan={width}>
                  <InnerTables {...props} inner={inner} row={row} name={name} />
                </td>
              </tr>
            )}
          </Fragment>
        );
      })}
      {room(rowWindow.below)}
    </tbody>
  );
}

function InnerTables(
  props: FrameTableProps &
    Pick<TableRowsProps, 'InnerTable'> & {
      inner: DataField;
      row: number;
      name: string;
    },
) {
  const { InnerTable, inner, row, name } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const frames = [inner.values[row]].flat().filter(isFrame);
  return (
    <>
      {frames.map((frame, index) => (
        <InnerTable
          key={index}
          frame={frame}
          frames={frames}
          variables={props.variables}
          range={props.range}
          options={{ showHeader: !frame.meta?.noHeader }}
          label={t('dashboards.table.rows', { row: name })}
          isInner
        />
      ))}
    </>
  );
}
