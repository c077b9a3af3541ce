import { useContext, useMemo, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useTheme } from '@material-ui/core/styles';
import RemoveCircleOutlineIcon from '@material-ui/icons/RemoveCircleOutline';
import {
  DataFrame,
  displayField,
  readLegendOptions,
  readTooltipOptions,
  reduceValues,
} from '@sightline/backstage-plugin-monitoring-common';
import { ClockContext } from '../../../hooks/Clock';
import { monitoringTranslationRef } from '../../../translation';
import { LegendLayout, PanelLegend, useVisibleItems } from '../legend';
import { isCompact, PanelNotice } from '../PanelNotice';
import {
  formatMoment,
  graphSeries,
  missingForGraph,
  PanelSeries,
  withBandOpacity,
} from '../series';
import { PanelProps } from '../types';
import { useSame } from '../useSame';
import { axisSides } from './axisSides';
import { legendItems } from './legendItems';
import { panelTimeZones } from './panelTimeZones';
import { TimeSeriesChart } from './TimeSeriesChart';

/** Series that the text alternative names; the table has them all. */
const NAMED_SERIES = 5;

/** Series over time, with a legend. Load it lazily: it brings uPlot. */
export function TimeSeriesPanel(props: PanelProps) {
  const { panel, frames, range } = props;
  const { type } = useTheme().palette;
  const series = useMemo(
    () => withBandOpacity(graphSeries(frames, type, range)),
    [frames, type, range],
  );
  return series.length === 0 ? (
    <NothingToDraw panel={panel} frames={frames} />
  ) : (
    <SeriesGraph {...props} series={series} />
  );
}

function SeriesGraph(props: PanelProps & { series: PanelSeries[] }) {
  const { panel, series, range, title, alerts } = props;
  const { timeZone } = useContext(ClockContext);
  const keys = useMemo(() => series.map(({ key }) => key), [series]);
  const { visible, select } = useVisibleItems(keys);
  const [highlighted, setHighlighted] = useState<string>();
  const legend = useMemo(
    () => readLegendOptions(panel.options),
    [panel.options],
  );
  const items = useSame(
    useMemo(
      () =>
        legend.displayMode === 'hidden'
          ? []
          : legendItems(
              series,
              axisSides(series),
              legend.calculations,
              timeZone,
            ),
      [series, legend, timeZone],
    ),
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
  const timeZones = useMemo(
    () => panelTimeZones(panel.options, timeZone),
    [panel.options, timeZone],
  );
  const label = useChartLabel(title, series, range, timeZone);

  return (
    <LegendLayout
      options={legend}
      legend={
        items.length > 0 && (
          <PanelLegend
            title={title}
            items={items}
            options={legend}
            visible={visible}
            onSelect={select}
            onHighlight={setHighlighted}
          />
        )
      }
    >
      <TimeSeriesChart
        {...{ series, visible, highlighted, range, regions, tooltip, label }}
        {...{ timeZone, timeZones }}
        marks={props.marks}
        cursorSync={props.cursorSync}
        variables={props.variables}
        onZoom={props.onZoom}
      />
    </LegendLayout>
  );
}

/** What the chart shows, in words. */
function useChartLabel(
  title: string,
  series: PanelSeries[],
  range: { from: number; to: number },
  timeZone: string | undefined,
): string {
  const { t } = useTranslationRef(monitoringTranslationRef);
  const { type } = useTheme().palette;
  return useMemo(() => {
    const described: string[] = series.slice(0, NAMED_SERIES).map(one =>
      t('dashboards.chart.seriesLast', {
        name: one.name,
        value: displayField(one.field, { theme: type, timeZone })(
          reduceValues(one.values, 'lastNotNull') ?? null,
        ).full,
      }),
    );
    if (series.length > NAMED_SERIES) {
      described.push(
        t('dashboards.chart.more', {
          others: String(series.length - NAMED_SERIES),
        }),
      );
    }
    return t('dashboards.chart.label', {
      count: series.length,
      title,
      from: formatMoment(range.from, timeZone),
      to: formatMoment(range.to, timeZone),
      series: described.join(' '),
    });
  }, [t, title, series, range, timeZone, type]);
}

/** Says why there is no graph. */
function NothingToDraw({
  panel,
  frames,
}: Pick<PanelProps, 'panel'> & { frames: DataFrame[] }) {
  const { t } = useTranslationRef(monitoringTranslationRef);
  const missing = missingForGraph(frames) ?? 'data';
  return (
    <PanelNotice
      Icon={RemoveCircleOutlineIcon}
      compact={isCompact(panel.gridPos)}
      title={
        missing === 'data'
          ? panel.fieldConfig.defaults.noValue ?? t('dashboards.panel.noData')
          : t(`dashboards.chart.missing.${missing}`)
      }
      text={
        missing === 'data'
          ? t('dashboards.panel.noDataHelp')
          : t('dashboards.chart.missingHelp')
      }
    />
  );
}
