import { lazy, Suspense, useContext, useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useTheme } from '@material-ui/core/styles';
import {
  displayValue,
  readLegendOptions,
  readTooltipOptions,
  reduceValues,
} from '@sightline/backstage-plugin-monitoring-common';
import { ClockContext } from '../../../hooks/Clock';
import { monitoringTranslationRef } from '../../../translation';
import { formatMoment, panelSeries } from '../series';
import { PanelProps } from '../types';
import { LegendLayout, PanelLegend, useVisibleItems } from '../legend';
import { legendItems } from './legendItems';

const TimeSeriesChart = lazy(() =>
  import('./TimeSeriesChart').then(module => ({
    default: module.TimeSeriesChart,
  })),
);

/** Series that the text alternative names; the table has them all. */
const NAMED_SERIES = 5;

/** Series over time, with a legend. */
export function TimeSeriesPanel(props: PanelProps) {
  const { panel, result, range, title, variables, alerts } = props;
  const { t } = useTranslationRef(monitoringTranslationRef);
  const theme = useTheme();
  const { timeZone } = useContext(ClockContext);

  const series = useMemo(
    () => panelSeries(panel, result, variables, theme.palette.type),
    [panel, result, variables, theme.palette.type],
  );
  const keys = useMemo(() => series.map(({ key }) => key), [series]);
  const { visible, select } = useVisibleItems(keys);
  const legend = useMemo(
    () => readLegendOptions(panel.options),
    [panel.options],
  );
  const items = useMemo(
    () => legendItems(series, legend.calculations, timeZone),
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

  return (
    <LegendLayout
      options={legend}
      legend={
        <PanelLegend
          title={title}
          items={items}
          options={legend}
          visible={visible}
          onSelect={select}
        />
      }
    >
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
    </LegendLayout>
  );
}
