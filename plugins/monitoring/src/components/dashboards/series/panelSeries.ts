import {
  ColorTheme,
  FieldConfig,
  GraphStyle,
  interpolateVariables,
  legendNames,
  PanelModel,
  PanelQueryResult,
  readGraphStyle,
  reduceValues,
  resolveColor,
  resolveFieldConfig,
  sampleValue,
  seriesColor,
  thresholdColor,
  Thresholds,
} from '@sightline/backstage-plugin-monitoring-common';

/** One series of a panel, ready to be shown. */
export interface PanelSeries {
  /** Unique within the panel, and the same after a refresh. */
  key: string;
  refId: string;
  name: string;
  labels: Record<string, string>;
  /** For CSS. */
  color: string;
  config: FieldConfig;
  style: GraphStyle;
  /** Unix milliseconds, ascending. */
  times: number[];
  /** One for each time; null where there is none. */
  values: (number | null)[];
}

/** The values of variables, for names that contain them. */
export type VariableValues = Record<string, string | string[]>;

const FIGURE_KINDS = new Set(['stat', 'gauge', 'bargauge']);

const DEFAULT_THRESHOLDS: Thresholds = {
  mode: 'absolute',
  steps: [
    { value: -Infinity, color: 'green' },
    { value: 80, color: 'red' },
  ],
};

/** All series of a panel with their names, colours and configuration. */
export function panelSeries(
  panel: PanelModel,
  result: PanelQueryResult,
  variables: VariableValues,
  theme: ColorTheme,
): PanelSeries[] {
  const found = result.frames.flatMap(frame =>
    frame.series.map(({ labels, values }) => ({
      refId: frame.refId,
      expression: frame.expression,
      legendFormat:
        frame.legendFormat &&
        interpolateVariables(frame.legendFormat, {
          variables,
          defaultFormat: 'text',
        }),
      labels,
      times: frame.times,
      values: values.map(sampleValue),
    })),
  );
  const names = legendNames(found);
  const uses = new Map<string, number>();

  return found.map(({ refId, labels, times, values }, index) => {
    const config = withDefaults(
      panel,
      resolveFieldConfig(panel.fieldConfig, { name: names[index], refId }),
    );
    const name = config.displayName
      ? fillLabels(config.displayName, labels, variables)
      : names[index];
    const identity = `${refId}/${names[index]}`;
    const use = uses.get(identity) ?? 0;
    uses.set(identity, use + 1);
    return {
      key: use ? `${identity}/${use}` : identity,
      refId,
      name,
      labels,
      color: colorOf(config, values, index, theme),
      config,
      style: readGraphStyle(config.custom),
      times,
      values,
    };
  });
}

/** Figures are coloured by their thresholds, and those are Grafana's, unless said otherwise. */
function withDefaults(panel: PanelModel, config: FieldConfig): FieldConfig {
  return FIGURE_KINDS.has(panel.kind)
    ? {
        ...config,
        color: config.color ?? { mode: 'thresholds' },
        thresholds: config.thresholds ?? DEFAULT_THRESHOLDS,
      }
    : config;
}

function fillLabels(
  text: string,
  labels: Record<string, string>,
  variables: VariableValues,
): string {
  const filled = text.replace(
    /\$\{__field\.labels\.([^}]+)\}/g,
    (_, label: string) => labels[label] ?? '',
  );
  return interpolateVariables(filled, { variables, defaultFormat: 'text' });
}

function colorOf(
  config: FieldConfig,
  values: (number | null)[],
  index: number,
  theme: ColorTheme,
): string {
  const { mode, fixedColor } = config.color ?? {};
  if ((mode === 'fixed' || mode === 'shades') && fixedColor) {
    return resolveColor(fixedColor, theme);
  }
  if (mode === 'thresholds') {
    const last = reduceValues(values, 'lastNotNull') ?? -Infinity;
    const color = thresholdColor(last, config.thresholds, config);
    return color ? resolveColor(color, theme) : seriesColor(index, theme);
  }
  return seriesColor(index, theme);
}
