import {
  LegendDisplayMode,
  LegendPlacement,
  BigValueColorMode,
  BigValueGraphMode,
  GraphDrawStyle,
  GraphThresholdsStyleMode,
  ReduceDataOptionsBuilder,
  SortOrder,
  StackingConfigBuilder,
  StackingMode,
  TooltipDisplayMode,
  VisibilityMode,
  VizLegendOptionsBuilder,
  VizTooltipOptionsBuilder,
  GraphThresholdsStyleConfigBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import {
  Panel,
  ThresholdsConfigBuilder,
  ThresholdsMode,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { DataqueryBuilder } from '@grafana/grafana-foundation-sdk/prometheus';
import { PanelBuilder as StatBuilder } from '@grafana/grafana-foundation-sdk/stat';
import { PanelBuilder as TimeSeriesBuilder } from '@grafana/grafana-foundation-sdk/timeseries';

/**
 * One query of a panel.
 *
 * @public
 */
export interface PanelQuery {
  /** PromQL; may use Grafana's `$__rate_interval` and `$__range`. */
  expression: string;
  /** Name of its series; `{{label}}` stands for a label's value. */
  legend: string;
}

/**
 * Where a value turns from good to bad.
 *
 * @public
 */
export interface PanelThresholds {
  /** From here on it deserves a look. */
  warning?: number;
  /** From here on it is bad. */
  critical: number;
}

/**
 * What every panel of a pack has.
 *
 * @public
 */
export interface PanelOptions {
  /** Unique in the dashboard and stable: alerts and links name it. */
  id: number;
  title: string;
  /** What it shows and when to worry, for somebody who sees it for the first time. */
  description: string;
  /** A Grafana unit: `reqps`, `percentunit`, `s`, `bytes`, `short`… */
  unit: string;
  decimals?: number;
  queries: PanelQuery[];
  thresholds?: PanelThresholds;
}

/** The variable that every dashboard of a pack has: which Prometheus to ask. */
export const DATASOURCE = {
  type: 'prometheus',
  // eslint-disable-next-line no-template-curly-in-string
  uid: '${datasource}',
} as const;

/** Points of a number's sparkline: one a minute over 6 hours. */
const STAT_POINTS = 360;
const GOOD = 'green';
const LOOK = 'orange';
const BAD = 'red';

function thresholds(options: PanelOptions): ThresholdsConfigBuilder {
  const { warning, critical } = options.thresholds ?? {};
  const base = options.thresholds ? GOOD : 'text';
  return new ThresholdsConfigBuilder().mode(ThresholdsMode.Absolute).steps([
    // Grafana's base step has the value null.
    { value: null, color: base },
    ...(warning === undefined ? [] : [{ value: warning, color: LOOK }]),
    ...(critical === undefined ? [] : [{ value: critical, color: BAD }]),
  ]);
}

function queries(options: PanelOptions, instant: boolean): DataqueryBuilder[] {
  return options.queries.map(({ expression, legend }, index) => {
    const query = new DataqueryBuilder()
      .refId(String.fromCharCode('A'.charCodeAt(0) + index))
      .datasource(DATASOURCE)
      .expr(expression)
      .legendFormat(legend);
    return instant ? query.instant() : query.range();
  });
}

/**
 * A panel with series over time: lines, or stacked areas for parts of a whole.
 *
 * @public
 */
export function timeSeriesPanel(
  options: PanelOptions & { stacked?: boolean },
): Panel {
  const builder = new TimeSeriesBuilder()
    .id(options.id)
    .title(options.title)
    .description(options.description)
    .datasource(DATASOURCE)
    .unit(options.unit)
    .min(0)
    .targets(queries(options, false))
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
    )
    .thresholds(thresholds(options));
  if (options.decimals !== undefined) {
    builder.decimals(options.decimals);
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

/**
 * A panel with one large number: the last value over the range.
 *
 * @public
 */
export function statPanel(options: PanelOptions): Panel {
  const builder = new StatBuilder()
    .id(options.id)
    .title(options.title)
    .description(options.description)
    .datasource(DATASOURCE)
    .unit(options.unit)
    // Not as few as its width asks for: the number must not be minutes old.
    .maxDataPoints(STAT_POINTS)
    .targets(queries(options, false))
    .graphMode(BigValueGraphMode.Area)
    .colorMode(
      options.thresholds ? BigValueColorMode.Value : BigValueColorMode.None,
    )
    .reduceOptions(
      new ReduceDataOptionsBuilder().calcs(['lastNotNull']).values(false),
    )
    .thresholds(thresholds(options));
  if (options.decimals !== undefined) {
    builder.decimals(options.decimals);
  }
  return builder.build();
}
