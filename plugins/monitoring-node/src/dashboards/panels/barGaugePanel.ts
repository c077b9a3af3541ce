import {
  BarGaugeDisplayMode,
  BarGaugeValueMode,
  ReduceDataOptionsBuilder,
  VizOrientation,
} from '@grafana/grafana-foundation-sdk/common';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/bargauge';
import { Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import { configurePanel } from './configurePanel';
import { PanelOptions } from './types';

/**
 * A panel with one bar per series: the same number of several things side by side, now.
 *
 * @public
 */
export function barGaugePanel(
  options: PanelOptions & {
    /** The end of the bars, in the panel's unit; absent: the largest value. */
    maximum?: number;
  },
): Panel {
  const builder = configurePanel(new PanelBuilder(), options, {
    kind: 'instant',
  })
    .min(0)
    .displayMode(BarGaugeDisplayMode.Basic)
    .orientation(VizOrientation.Horizontal)
    .valueMode(BarGaugeValueMode.Color)
    .showUnfilled(true)
    .reduceOptions(
      new ReduceDataOptionsBuilder().calcs(['lastNotNull']).values(false),
    );
  if (options.maximum !== undefined) {
    builder.max(options.maximum);
  }
  return builder.build();
}
