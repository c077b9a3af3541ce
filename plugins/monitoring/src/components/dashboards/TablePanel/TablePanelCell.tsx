import { useContext } from 'react';
import TableCell from '@material-ui/core/TableCell';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  continuousColor,
  displayValue,
  mapValue,
  resolveColor,
  TableValue,
} from '@sightline/backstage-plugin-monitoring-common';
import { ClockContext } from '../../../hooks/Clock';
import { gaugeShare } from '../figures';
import { formatMoment, withOpacity } from '../series';
import { TableColumn } from './tableColumns';

const useStyles = makeStyles(theme => ({
  cell: {
    maxWidth: 360,
    padding: theme.spacing(0.5, 1.5, 0.5, 1),
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
  },
  dot: {
    display: 'inline-block',
    width: 8,
    height: 8,
    marginRight: theme.spacing(0.75),
    borderRadius: 2,
  },
  gauge: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
  track: {
    flex: 1,
    minWidth: 40,
    height: 14,
    borderRadius: 2,
    background: withOpacity(theme.palette.text.primary, 0.06),
  },
  fill: {
    height: '100%',
    borderRadius: 2,
  },
}));

/** Where a column's texts stand: numbers to the right. */
export function alignOf({ style, type }: TableColumn) {
  return style.align === 'auto'
    ? ({ number: 'right', string: 'left', time: 'left' } as const)[type]
    : style.align;
}

/** Props of {@link TablePanelCell}. */
export interface TablePanelCellProps {
  column: TableColumn;
  value: TableValue;
}

/**
 * A value as its column writes it.
 *
 * @remarks
 * Text keeps the theme's colour, which can be read on every ground; the colour that the author
 * chose stands beside or behind it.
 */
export function TablePanelCell(props: TablePanelCellProps) {
  const { column, value } = props;
  const classes = useStyles();
  const { type } = useTheme().palette;
  const { timeZone } = useContext(ClockContext);
  const { text, color } = cellText(column, value, timeZone);
  const share =
    typeof value === 'number' ? gaugeShare(value, column.bounds) : 0;
  const shown =
    continuousColor(column.config.color?.mode, share, type) ??
    (color && resolveColor(color, type));
  const { kind, width } = column.style;
  const isNumber = typeof value === 'number';

  return (
    <TableCell
      className={classes.cell}
      align={alignOf(column)}
      title={text}
      style={{
        width,
        background:
          kind === 'color-background' && shown
            ? withOpacity(shown, 0.25)
            : undefined,
      }}
    >
      {kind === 'gauge' && isNumber ? (
        <span className={classes.gauge}>
          <span className={classes.track} aria-hidden>
            <div
              className={classes.fill}
              style={{
                width: `${share * 100}%`,
                background: shown ?? resolveColor('green', type),
              }}
            />
          </span>
          {text}
        </span>
      ) : (
        <>
          {kind === 'color-text' && shown && (
            <span
              className={classes.dot}
              style={{ background: shown }}
              aria-hidden
            />
          )}
          {text}
        </>
      )}
    </TableCell>
  );
}

function cellText(
  column: TableColumn,
  value: TableValue,
  timeZone: string | undefined,
): { text: string; color?: string } {
  const { config, bounds } = column;
  if (column.type === 'time' && typeof value === 'number') {
    return { text: formatMoment(value, timeZone) };
  }
  if (typeof value === 'string') {
    const mapped = mapValue(value, config.mappings);
    return { text: mapped?.text ?? value, color: mapped?.color };
  }
  const { full, color } = displayValue(value, config, { timeZone, bounds });
  return { text: full, color: value === null ? undefined : color };
}
