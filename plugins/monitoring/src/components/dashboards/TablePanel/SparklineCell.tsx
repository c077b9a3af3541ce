import { useContext } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import { DataFrame } from '@sightline/backstage-plugin-monitoring-common';
import { ClockContext } from '../../../hooks/Clock';
import { monitoringDashboardsTranslationRef } from '../../../translation';
import { fieldColor } from '../colors';
import { formatMoment, withOpacity } from '../series';
import { sparklinePath } from '../StatPanel/sparklinePath';
import { TableColumn } from './tableColumns';

const WIDTH = 200;
const HEIGHT = 25;

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
  graph: {
    flex: 1,
    minWidth: 40,
    height: HEIGHT,
  },
}));

/** Props of {@link SparklineCell}. */
export interface SparklineCellProps {
  column: TableColumn;
  /** Times and values. */
  frame: DataFrame;
}

/** The course of a series, and its figure. */
export function SparklineCell(props: SparklineCellProps) {
  const { column, frame } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useStyles();
  const { type } = useTheme().palette;
  const { timeZone } = useContext(ClockContext);
  const time = frame.fields.find(field => field.type === 'time');
  const number = frame.fields.find(field => field.type === 'number');
  const times = (time?.values ?? []).map(Number);
  const values = (number?.values ?? []).map(value =>
    typeof value === 'number' ? value : null,
  );
  const path = sparklinePath(
    { times, values },
    { width: WIDTH, height: HEIGHT, interval: time?.config.interval },
  );
  const { hideValue, lineWidth, fillOpacity } = column.style.sparkline;
  const figure = column.display(frame.value ?? null).full;
  if (!number || !path) {
    return (
      <>
        {figure ||
          (column.field.config.noValue ?? t('dashboards.table.noTrend'))}
      </>
    );
  }
  const color = fieldColor(number, type);
  return (
    <span className={classes.root}>
      {hideValue !== true && <span>{figure}</span>}
      <svg
        className={classes.graph}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t('dashboards.table.trend', {
          values: String(values.length),
          from: formatMoment(times[0], timeZone),
          to: formatMoment(times[times.length - 1], timeZone),
          last: figure,
        })}
      >
        <path
          d={path.area}
          fill={withOpacity(
            color,
            typeof fillOpacity === 'number' ? fillOpacity / 100 : 0.17,
          )}
        />
        <path
          d={path.line}
          fill="none"
          stroke={color}
          strokeWidth={typeof lineWidth === 'number' ? lineWidth : 1}
          vectorEffect="non-scaling-stroke"
        />
      </svg>
    </span>
  );
}
