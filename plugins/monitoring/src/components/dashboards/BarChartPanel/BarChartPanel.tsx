import { useCallback, useContext, useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useTheme } from '@material-ui/core/styles';
import {
  BarChartData,
  barChartData,
  displayField,
  readBarChartOptions,
  readLegendOptions,
  readTooltipOptions,
} from '@sightline/backstage-plugin-monitoring-common';
import { ClockContext } from '../../../hooks/Clock';
import { monitoringDashboardsTranslationRef } from '../../../translation';
import { LegendLayout, PanelLegend, useVisibleItems } from '../legend';
import { PlotFrame, PlotProblem } from '../plot';
import { PanelProps } from '../types';
import { ElementSize } from '../followSize';
import { BarChartDrawing } from './BarChartDrawing';
import { barColors } from './barColors';
import { barItems } from './barItems';
import { barLegend, seriesKey } from './barLegend';
import { groupNames } from './groupNames';
import { layoutBars } from './layoutBars';

/** More bars than that are no chart, and slow. */
const MOST_BARS = 5_000;
/** Bars that the text alternative names; the table has them all. */
const NAMED_BARS = 5;

/** Values by name: a group of bars for each row, a bar for each field of numbers. */
export function BarChartPanel(props: PanelProps) {
  const { panel, frames } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const options = useMemo(
    () => readBarChartOptions(panel.options),
    [panel.options],
  );
  const { data, problem } = useMemo(
    () => barChartData(frames, options),
    [frames, options],
  );
  if (!data) {
    return (
      <PlotProblem
        panel={panel}
        text={
          problem === 'no-data' ? undefined : t(`dashboards.plot.${problem}`)
        }
      />
    );
  }
  const count = data.series.length * data.x.values.length;
  if (count > MOST_BARS) {
    return (
      <PlotProblem
        panel={panel}
        title={t('dashboards.plot.tooMany')}
        text={t('dashboards.plot.tooManyBars', {
          count,
          most: String(MOST_BARS),
        })}
      />
    );
  }
  return <BarChart {...props} data={data} />;
}

function BarChart({ panel, title, data }: PanelProps & { data: BarChartData }) {
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const { type } = useTheme().palette;
  const { timeZone } = useContext(ClockContext);
  const options = useMemo(
    () => readBarChartOptions(panel.options),
    [panel.options],
  );
  const legend = useMemo(
    () => readLegendOptions(panel.options),
    [panel.options],
  );
  const keys = useMemo(
    () =>
      data.series.map(({ state, name }, index) =>
        seriesKey(index, state?.displayName ?? name),
      ),
    [data],
  );
  const { visible, select } = useVisibleItems(keys);
  const names = useMemo(
    () => groupNames(data.x, { theme: type, timeZone }),
    [data, type, timeZone],
  );
  const plotOf = useCallback(
    (size: ElementSize) => {
      const colors = barColors(data, type);
      const layout = layoutBars({
        data,
        options,
        names,
        isVisible: keys.map(key => visible.has(key)),
        size,
        theme: type,
      });
      return {
        area: layout.area,
        items: barItems({
          layout,
          data,
          names,
          colors,
          tooltip: readTooltipOptions(panel.options),
          theme: type,
        }),
        drawing: (
          <BarChartDrawing
            layout={layout}
            data={data}
            colors={colors}
            radius={options.barRadius}
          />
        ),
      };
    },
    [data, options, names, keys, visible, type, panel.options],
  );
  const items = barLegend(data, legend, { theme: type, timeZone });
  const list = { title, options: legend, visible };

  return (
    <LegendLayout
      options={legend}
      legend={
        <>
          <PanelLegend {...list} items={items.series} onSelect={select} />
          <PanelLegend
            {...list}
            items={items.steps}
            visible={allOf(items.steps)}
          />
          <PanelLegend
            {...list}
            items={items.mappings}
            visible={allOf(items.mappings)}
          />
        </>
      }
    >
      <PlotFrame
        title={title}
        label={t('dashboards.plot.barChart', {
          title,
          count: names.length,
          bars: describe(data, names, type),
        })}
        plotOf={plotOf}
        hasTooltip={readTooltipOptions(panel.options).mode !== 'none'}
      />
    </LegendLayout>
  );
}

function allOf(items: { key: string }[]): ReadonlySet<string> {
  return new Set(items.map(({ key }) => key));
}

/** The first groups with their values. */
function describe(
  { series }: BarChartData,
  names: string[],
  theme: 'light' | 'dark',
): string {
  return names
    .slice(0, NAMED_BARS)
    .map((name, group) => {
      const values = series.slice(0, NAMED_BARS).map(field => {
        const { full } = displayField(field, { theme })(field.values[group]);
        const own = field.state?.displayName ?? field.name;
        return series.length > 1 ? `${own} ${full}` : full;
      });
      return `${name}: ${values.join(', ')}.`;
    })
    .join(' ');
}
