import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { monitoringTranslationRef } from '../../../translation';
import { AlignedValue, formatMoment, PanelSeries } from '../series';
import { SeriesMark } from '../legend';
import { tooltipRows } from './tooltipRows';

const useStyles = makeStyles(theme => ({
  root: {
    position: 'absolute',
    top: theme.spacing(1),
    zIndex: theme.zIndex.tooltip,
    maxWidth: 360,
    padding: theme.spacing(1),
    pointerEvents: 'none',
    fontSize: theme.typography.caption.fontSize,
    fontVariantNumeric: 'tabular-nums',
  },
  time: {
    color: theme.palette.textSubtle,
    marginBottom: theme.spacing(0.5),
  },
  row: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    whiteSpace: 'nowrap',
  },
  name: {
    flex: 1,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
  value: {
    marginLeft: theme.spacing(1),
    fontWeight: 500,
  },
}));

/** Where the pointer is, in pixels of the plotting area. */
export interface ChartCursor {
  /** Position among the times. */
  index?: number;
  left: number;
  top: number;
}

/** Props of {@link ChartTooltip}. */
export interface ChartTooltipProps {
  cursor: ChartCursor;
  /** The plotting area inside the chart, in pixels. */
  plot: { left: number; width: number };
  times: number[];
  /** As measured, not stacked. */
  values: AlignedValue[][];
  series: PanelSeries[];
  visible: ReadonlySet<string>;
  sort: 'none' | 'asc' | 'desc';
  timeZone?: string;
}

/** The values under the pointer. For eyes only: the table has them for everybody. */
export function ChartTooltip(props: ChartTooltipProps) {
  const { cursor, plot, times, timeZone } = props;
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  if (cursor.index === undefined || times[cursor.index] === undefined) {
    return null;
  }
  const { rows, hidden } = tooltipRows(
    props.series,
    props.values,
    cursor.index,
    props,
  );
  if (rows.length === 0) {
    return null;
  }
  const isLeftHalf = cursor.left < plot.width / 2;
  const place = isLeftHalf
    ? { left: plot.left + cursor.left + 16 }
    : { right: `calc(100% - ${plot.left + cursor.left - 16}px)` };

  return (
    <Paper className={classes.root} style={place} elevation={8} aria-hidden>
      <div className={classes.time}>
        {formatMoment(times[cursor.index], timeZone)}
      </div>
      {rows.map(row => (
        <div key={row.key} className={classes.row}>
          <SeriesMark color={row.color} />
          <span className={classes.name}>{row.name}</span>
          <span className={classes.value}>{row.text}</span>
        </div>
      ))}
      {hidden > 0 && (
        <div className={classes.time}>
          {t('dashboards.chart.tooMany', { others: String(hidden) })}
        </div>
      )}
    </Paper>
  );
}
