import {
  MappingType,
  Panel,
  ThresholdsConfig,
  ThresholdsConfigBuilder,
  ThresholdsMode,
  ValueMapping,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { Builder, Dataquery } from '@grafana/grafana-foundation-sdk/cog';
import {
  DataqueryBuilder,
  PromQueryFormat,
} from '@grafana/grafana-foundation-sdk/prometheus';
import { PanelOptions, PanelThresholds, PanelValueName } from './types';

/** The variable that every dashboard of a pack has: which Prometheus to ask. */
export const DATASOURCE = {
  type: 'prometheus',
  // eslint-disable-next-line no-template-curly-in-string
  uid: '${datasource}',
} as const;

export const COLORS = { good: 'green', look: 'orange', bad: 'red' } as const;

/** What the builders of all kinds of panels have. */
interface PanelBuilder {
  id(id: number): this;
  title(title: string): this;
  description(description: string): this;
  datasource(datasource: { type?: string; uid?: string }): this;
  unit(unit: string): this;
  decimals(decimals: number): this;
  mappings(mappings: ValueMapping[]): this;
  thresholds(thresholds: Builder<ThresholdsConfig>): this;
  targets(targets: Builder<Dataquery>[]): this;
  build(): Panel;
}

function steps(thresholds: PanelThresholds) {
  const { warning, critical, lowIsBad } = thresholds;
  const [base, between, above] = lowIsBad
    ? [COLORS.bad, COLORS.look, COLORS.good]
    : [COLORS.good, COLORS.look, COLORS.bad];
  const limits =
    warning === undefined
      ? [{ value: critical, color: above }]
      : [
          { value: Math.min(warning, critical), color: between },
          { value: Math.max(warning, critical), color: above },
        ];
  // Grafana's base step has the value null.
  return [{ value: null, color: base }, ...limits];
}

/** Words instead of numbers, as Grafana writes them. */
export function valueMappings(names: PanelValueName[]): ValueMapping[] {
  return [
    {
      type: MappingType.ValueToText,
      options: Object.fromEntries(
        names.map(({ value, text, state }, index) => [
          String(value),
          { text, color: COLORS[state], index },
        ]),
      ),
    },
  ];
}

function queries(
  options: PanelOptions,
  kind: 'range' | 'instant',
  format: PromQueryFormat,
): DataqueryBuilder[] {
  return options.queries.map(({ expression, legend }, index) => {
    const query = new DataqueryBuilder()
      .refId(String.fromCharCode('A'.charCodeAt(0) + index))
      .datasource(DATASOURCE)
      .expr(expression)
      .format(format)
      .legendFormat(legend);
    return kind === 'instant' ? query.instant() : query.range();
  });
}

/** Sets what all kinds of panels share. */
export function configurePanel<T extends PanelBuilder>(
  builder: T,
  options: PanelOptions,
  {
    kind = 'range',
    format = PromQueryFormat.TimeSeries,
  }: { kind?: 'range' | 'instant'; format?: PromQueryFormat } = {},
): T {
  builder
    .id(options.id)
    .title(options.title)
    .description(options.description)
    .datasource(DATASOURCE)
    .unit(options.unit)
    .targets(queries(options, kind, format))
    .thresholds(
      new ThresholdsConfigBuilder()
        .mode(ThresholdsMode.Absolute)
        .steps(
          options.thresholds
            ? steps(options.thresholds)
            : [{ value: null, color: 'text' }],
        ),
    );
  if (options.decimals !== undefined) {
    builder.decimals(options.decimals);
  }
  if (options.names) {
    builder.mappings(valueMappings(options.names));
  }
  return builder;
}
