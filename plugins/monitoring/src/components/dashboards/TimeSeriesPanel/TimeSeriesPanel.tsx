import { useContext, useDeferredValue, useId, useMemo, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useTheme } from '@material-ui/core/styles';
import RemoveCircleOutlineIcon from '@material-ui/icons/RemoveCircleOutline';
import {
  DataFrame,
  PanelModel,
  readLegendOptions,
  readTooltipOptions,
} from '@sightline/backstage-plugin-monitoring-common';
import { ClockContext } from '../../../hooks/Clock';
import { monitoringDashboardsTranslationRef } from '../../../translation';
import { LegendLayout, PanelLegend, useVisibleItems } from '../legend';
import { NoDataNotice } from '../NoDataNotice';
import { isCompact, PanelNotice } from '../PanelNotice';
import {
  graphSeries,
  missingForGraph,
  PanelSeries,
  withBandOpacity,
} from '../series';
import { PanelProps } from '../types';
import { useSame } from '../useSame';
import { axisSides } from './axisSides';
import { ChartDescription } from './ChartDescription';
import { legendItems } from './legendItems';
import { panelTimeZones } from './panelTimeZones';
import { TimeSeriesChart } from './TimeSeriesChart';

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
  const { visible, select } = useVisibleItems(
    keys,
    series.flatMap(({ key, style }) => (style.hideFrom.viz ? key : [])),
  );
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
  const labelId = useId();

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
      <ChartDescription
        id={labelId}
        {...{ title, timeZone }}
        // Nobody listens before it is drawn.
        series={useDeferredValue(series)}
        range={useDeferredValue(range)}
      />
      <TimeSeriesChart
        {...{ series, visible, highlighted, range, regions, tooltip, labelId }}
        {...{ timeZone, timeZones }}
        marks={props.marks}
        exemplarsOf={asksForExemplars(panel) ? panel : undefined}
        cursorSync={props.cursorSync}
        variables={props.variables}
        onZoom={props.onZoom}
      />
    </LegendLayout>
  );
}

function asksForExemplars({ targets }: PanelModel): boolean {
  return targets.some(one => one.exemplar && one.range && !one.hide);
}

/** Says why there is no graph. */
function NothingToDraw({
  panel,
  frames,
}: Pick<PanelProps, 'panel'> & { frames: DataFrame[] }) {
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const missing = missingForGraph(frames) ?? 'data';
  return missing === 'data' ? (
    <NoDataNotice panel={panel} />
  ) : (
    <PanelNotice
      Icon={RemoveCircleOutlineIcon}
      compact={isCompact(panel.gridPos)}
      title={t(`dashboards.chart.missing.${missing}`)}
      text={t('dashboards.chart.missingHelp')}
    />
  );
}
