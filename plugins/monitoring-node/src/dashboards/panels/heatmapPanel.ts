import { Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import {
  CellValuesBuilder,
  HeatmapColorMode,
  HeatmapColorOptionsBuilder,
  HeatmapTooltipBuilder,
  PanelBuilder,
  YAxisConfigBuilder,
} from '@grafana/grafana-foundation-sdk/heatmap';
import { TooltipDisplayMode } from '@grafana/grafana-foundation-sdk/common';
import { PromQueryFormat } from '@grafana/grafana-foundation-sdk/prometheus';
import { configurePanel } from './configurePanel';
import { PanelOptions } from './types';

/** Cells of a row: more are too narrow to be seen. */
const HEATMAP_POINTS = 100;

/** Cells are counts, whatever the bounds are in. */
const CELL_UNIT = 'short';

/**
 * A panel that shows how a histogram's observations spread over its buckets, over time.
 *
 * @param options - `queries` hold one expression that keeps `le`, such as
 *   `sum by (le) (increase(x_seconds_bucket{…}[$__rate_interval]))`; its `legend` should be
 *   `{{le}}`. `unit` is that of the buckets' bounds.
 * @public
 */
export function heatmapPanel(options: PanelOptions): Panel {
  return configurePanel(new PanelBuilder(), options, {
    format: PromQueryFormat.Heatmap,
  })
    .maxDataPoints(HEATMAP_POINTS)
    .calculate(false)
    .cellValues(new CellValuesBuilder().unit(CELL_UNIT))
    .cellGap(1)
    .color(
      new HeatmapColorOptionsBuilder()
        .mode(HeatmapColorMode.Scheme)
        .scheme('Oranges')
        .exponent(0.5)
        .steps(64)
        .reverse(false),
    )
    .yAxis(new YAxisConfigBuilder().unit(options.unit))
    .showLegend()
    .tooltip(new HeatmapTooltipBuilder().mode(TooltipDisplayMode.Single))
    .build();
}
