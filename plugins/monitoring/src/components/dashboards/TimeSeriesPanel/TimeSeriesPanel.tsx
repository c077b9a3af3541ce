import { lazy, Suspense, useContext, useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  displayValue,
  readLegendOptions,
  readTooltipOptions,
  reduceValues,
} from '@sightline/backstage-plugin-monitoring-common';
import { ClockContext } from '../../../hooks/Clock';
import { monitoringTranslationRef } from '../../../translation';
import { formatMoment, panelSeries } from '../series';
import { scrollShadow } from '../scrollShadow';
import { PanelProps } from '../types';
import { ChartLegend } from './ChartLegend';
import { legendRows } from './legendRows';
import { useVisibleSeries } from './useVisibleSeries';

const TimeSeriesChart = lazy(() =>
  import('./TimeSeriesChart').then(module => ({
    default: module.TimeSeriesChart,
  })),
);

/** Series that the text alternative names; the table has them all. */
const NAMED_SERIES = 5;

const useStyles = makeStyles(theme => ({
  below: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(0.5),
    height: '100%',
  },
  beside: {
    display: 'flex',
    gap: theme.spacing(1),
    height: '100%',
  },
  legendBelow: {
    maxHeight: '45%',
    overflow: 'auto',
    ...scrollShadow(theme),
  },
  legendBeside: {
    flex: '0 1 40%',
    minWidth: 120,
    overflow: 'auto',
    ...scrollShadow(theme),
  },
}));

/** Series over time, with a legend. */
export function TimeSeriesPanel(props: PanelProps) {
  const { panel, result, range, title, variables, alerts } = props;
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const theme = useTheme();
  const { timeZone } = useContext(ClockContext);

  const series = useMemo(
    () => panelSeries(panel, result, variables, theme.palette.type),
    [panel, result, variables, theme.palette.type],
  );
  const { visible, select } = useVisibleSeries(series);
  const legend = useMemo(
    () => readLegendOptions(panel.options),
    [panel.options],
  );
  const rows = useMemo(
    () => legendRows(series, legend, timeZone),
    [series, legend, timeZone],
  );
  const regions = useMemo(
    () =>
      alerts
        .filter(({ state }) => state === 'firing')
        .map(({ since }) => ({ from: Date.parse(since), to: range.to })),
    [alerts, range],
  );
  const tooltip = useMemo(
    () => readTooltipOptions(panel.options),
    [panel.options],
  );

  const described: string[] = series.slice(0, NAMED_SERIES).map(one =>
    t('dashboards.chart.seriesLast', {
      name: one.name,
      value: displayValue(reduceValues(one.values, 'lastNotNull'), one.config, {
        timeZone,
      }).full,
    }),
  );
  if (series.length > NAMED_SERIES) {
    described.push(
      t('dashboards.chart.more', {
        others: String(series.length - NAMED_SERIES),
      }),
    );
  }
  const isBeside = legend.placement === 'right';

  return (
    <div className={isBeside ? classes.beside : classes.below}>
      <Suspense fallback={null}>
        <TimeSeriesChart
          series={series}
          visible={visible}
          range={range}
          thresholds={panel.fieldConfig.defaults.thresholds}
          regions={regions}
          tooltip={tooltip}
          timeZone={timeZone}
          label={t('dashboards.chart.label', {
            count: series.length,
            title,
            from: formatMoment(range.from, timeZone),
            to: formatMoment(range.to, timeZone),
            series: described.join(' '),
          })}
          onZoom={props.onZoom}
        />
      </Suspense>
      {legend.displayMode !== 'hidden' && (
        <div className={isBeside ? classes.legendBeside : classes.legendBelow}>
          <ChartLegend
            rows={rows}
            options={legend}
            visible={visible}
            title={title}
            onSelect={select}
          />
        </div>
      )}
    </div>
  );
}
