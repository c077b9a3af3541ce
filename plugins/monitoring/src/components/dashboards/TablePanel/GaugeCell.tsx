import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  fieldBounds,
  fieldScale,
  FieldValue,
  readableInk,
} from '@sightline/backstage-plugin-monitoring-common';
import { withOpacity } from '../series';
import { visuallyHidden } from '../visuallyHidden';
import { TableColumn } from './tableColumns';

const STOPS = 24;
const CELLS = 16;
/** Rows that are looked at for the longest text. */
const MEASURED_ROWS = 1_000;

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
  track: {
    flex: 1,
    minWidth: 40,
    height: 18,
    borderRadius: 2,
    overflow: 'hidden',
    background: withOpacity(theme.palette.text.primary, 0.07),
  },
  fill: {
    height: '100%',
    borderRadius: 2,
  },
  cells: {
    display: 'flex',
    gap: 2,
    flex: 1,
    minWidth: 40,
    height: 18,
  },
  cell: {
    flex: 1,
    borderRadius: 1,
  },
  text: {
    textAlign: 'right',
  },
  hidden: visuallyHidden,
}));

/** Props of {@link GaugeCell}. */
export interface GaugeCellProps {
  column: TableColumn;
  value: FieldValue | undefined;
}

/** A bar as long as the value is large, and the value beside it. */
export function GaugeCell(props: GaugeCellProps) {
  const { column, value } = props;
  const classes = useStyles();
  const theme = useTheme();
  const { field, style, display } = column;
  const shown = display(value);
  if (Number.isNaN(shown.numeric)) {
    return <>{shown.full}</>;
  }
  const { min, max } = fieldBounds(field);
  const colorAt = fieldScale(field, theme.palette.type);
  const share = shareOf(shown.numeric, min, max);
  const places = (count: number) =>
    Array.from({ length: count }, (_, index) => index / (count - 1 || 1));
  const colorOf = (place: number) => colorAt(min + (max - min) * place).color;

  return (
    <span className={classes.root}>
      {style.mode === 'lcd' ? (
        <span className={classes.cells} aria-hidden>
          {places(CELLS).map(place => (
            <span
              key={place}
              className={classes.cell}
              style={{
                background:
                  place <= share
                    ? colorOf(place)
                    : withOpacity(colorOf(place), 0.18),
              }}
            />
          ))}
        </span>
      ) : (
        <span className={classes.track} aria-hidden>
          <div
            className={classes.fill}
            style={{
              width: `${share * 100}%`,
              background:
                style.mode === 'basic'
                  ? shown.color
                  : `linear-gradient(90deg, ${places(STOPS)
                      .map(place => colorOf(place * share))
                      .join(', ')})`,
            }}
          />
        </span>
      )}
      <span
        className={style.valueMode === 'hidden' ? classes.hidden : classes.text}
        style={{
          minWidth: `${longestText(column)}ch`,
          color:
            style.valueMode === 'color'
              ? readableInk(shown.color, theme.palette.background.paper, 4.5)
              : undefined,
        }}
      >
        {shown.full}
      </span>
    </span>
  );
}

function shareOf(value: number, min: number, max: number): number {
  const share = (value - min) / (max - min);
  return Number.isNaN(share) ? 0 : Math.min(1, Math.max(0, share));
}

const longest = new WeakMap<TableColumn, number>();

/** Bars of a column start and end at the same places. */
function longestText(column: TableColumn): number {
  let found = longest.get(column);
  if (found === undefined) {
    found = column.field.values
      .slice(0, MEASURED_ROWS)
      .reduce<number>(
        (most, value) => Math.max(most, column.display(value).full.length),
        0,
      );
    longest.set(column, found);
  }
  return found;
}
