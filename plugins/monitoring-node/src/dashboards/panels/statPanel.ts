import {
  BigValueColorMode,
  BigValueGraphMode,
  ReduceDataOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import { Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/stat';
import { configurePanel } from './configurePanel';
import { PanelOptions } from './types';

/** Points of a number's sparkline: one a minute over 6 hours. */
const STAT_POINTS = 360;

/**
 * A panel with one large number: the last value over the range.
 *
 * @public
 */
export function statPanel(options: PanelOptions): Panel {
  return (
    configurePanel(new PanelBuilder(), options)
      // Not as few as its width asks for: the number must not be minutes old.
      .maxDataPoints(STAT_POINTS)
      .graphMode(BigValueGraphMode.Area)
      .colorMode(
        options.thresholds || options.names
          ? BigValueColorMode.Value
          : BigValueColorMode.None,
      )
      .reduceOptions(
        new ReduceDataOptionsBuilder().calcs(['lastNotNull']).values(false),
      )
      .build()
  );
}
