import { ReduceDataOptionsBuilder } from '@grafana/grafana-foundation-sdk/common';
import { Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/gauge';
import { configurePanel } from './configurePanel';
import { PanelOptions } from './types';

/**
 * A panel with a dial: how full something is that has an end.
 *
 * @public
 */
export function gaugePanel(
  options: PanelOptions & {
    /** The end of the dial, in the panel's unit; 1 for `percentunit`. */
    maximum: number;
  },
): Panel {
  return configurePanel(new PanelBuilder(), options, { kind: 'instant' })
    .min(0)
    .max(options.maximum)
    .showThresholdMarkers(true)
    .reduceOptions(
      new ReduceDataOptionsBuilder().calcs(['lastNotNull']).values(false),
    )
    .build();
}
