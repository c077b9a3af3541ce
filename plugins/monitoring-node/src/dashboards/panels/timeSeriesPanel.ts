import {
  GraphDrawStyle,
  GraphThresholdsStyleConfigBuilder,
  GraphThresholdsStyleMode,
  LegendDisplayMode,
  LegendPlacement,
  SortOrder,
  StackingConfigBuilder,
  StackingMode,
  TooltipDisplayMode,
  VisibilityMode,
  VizLegendOptionsBuilder,
  VizTooltipOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import { Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/timeseries';
import { configurePanel } from './configurePanel';
import { PanelOptions } from './types';

/**
 * A panel with series over time: lines, or stacked areas for parts of a whole.
 *
 * @public
 */
export function timeSeriesPanel(
  options: PanelOptions & {
    stacked?: boolean;
    /** For values that may be below zero; else the axis starts at 0. */
    negative?: boolean;
  },
): Panel {
  const builder = configurePanel(new PanelBuilder(), options)
    .drawStyle(GraphDrawStyle.Line)
    .lineWidth(1)
    .fillOpacity(options.stacked ? 30 : 10)
    .showPoints(VisibilityMode.Never)
    .legend(
      new VizLegendOptionsBuilder()
        .showLegend(true)
        .displayMode(LegendDisplayMode.Table)
        .placement(LegendPlacement.Bottom)
        .calcs(['mean', 'max', 'lastNotNull']),
    )
    .tooltip(
      new VizTooltipOptionsBuilder()
        .mode(TooltipDisplayMode.Multi)
        .sort(SortOrder.Descending),
    );
  if (!options.negative) {
    builder.min(0);
  }
  if (options.stacked) {
    builder.stacking(
      new StackingConfigBuilder().mode(StackingMode.Normal).group('A'),
    );
  }
  if (options.thresholds) {
    builder.thresholdsStyle(
      new GraphThresholdsStyleConfigBuilder().mode(
        GraphThresholdsStyleMode.Dashed,
      ),
    );
  }
  return builder.build();
}
