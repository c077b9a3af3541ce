import {
  BarChartData,
  ColorTheme,
  resolveColor,
  ThresholdStep,
  thresholdLabels,
  readGraphStyle,
  ValueMapping,
} from '@sightline/backstage-plugin-monitoring-common';
import { fieldColor } from '../colors';
import { LegendItem, legendValues } from '../legend';

const NO_COLOR = '#808080';

/**
 * The lines of a bar chart's legend: its series, what its thresholds mean, and what its mappings mean.
 *
 * @see Grafana's `BarChartLegend` and `VizLegend`
 */
export function barLegend(
  { x, series }: BarChartData,
  options: { calculations: string[]; displayMode: string },
  look: { theme: ColorTheme; timeZone?: string },
): { series: LegendItem[]; steps: LegendItem[]; mappings: LegendItem[] } {
  const items = series.flatMap((field, index) =>
    readGraphStyle(field.config.custom).hideFrom.legend
      ? []
      : [
          {
            key: seriesKey(index, field.state?.displayName ?? field.name),
            name: field.state?.displayName ?? field.name,
            color: fieldColor(field, look.theme),
            isOnRight:
              readGraphStyle(field.config.custom).axis.placement === 'right',
            values: legendValues(
              { ...field, values: field.values as (number | null)[] },
              options.calculations,
              look.timeZone,
            ),
          },
        ],
  );
  if (options.displayMode !== 'list') {
    return { series: items, steps: [], mappings: [] };
  }
  const steps =
    x.config.color?.mode === 'thresholds' ? stepItems(series, look.theme) : [];
  const mappings = mappingItems(series, look.theme);
  const hasSteps = steps.length > 1;
  return {
    series:
      hasSteps || (mappings.length > 0 && items.length === 1) ? [] : items,
    steps: hasSteps ? steps : [],
    mappings,
  };
}

/** Tells a series from the others, also after a refresh. */
export function seriesKey(index: number, name: string): string {
  return `${index}/${name}`;
}

function stepItems(
  series: BarChartData['series'],
  theme: ColorTheme,
): LegendItem[] {
  return (['absolute', 'percentage'] as const).flatMap(mode => {
    const found: ThresholdStep[] = [];
    for (const { config } of series) {
      const { thresholds } = config;
      if (thresholds?.mode === mode && thresholds.steps.length > 1) {
        found.push(
          ...thresholds.steps.filter(
            step =>
              !found.some(
                ({ value, color }) =>
                  value === step.value && color === step.color,
              ),
          ),
        );
      }
    }
    return thresholdLabels({
      ...series[0].config,
      thresholds: { mode, steps: found },
    }).map(({ text, step }, index) => ({
      key: `${mode}/${index}`,
      name: text,
      color: resolveColor(step.color, theme),
      values: [],
    }));
  });
}

function mappingItems(
  series: BarChartData['series'],
  theme: ColorTheme,
): LegendItem[] {
  const all = new Map<string, ValueMapping>();
  for (const { config } of series) {
    for (const mapping of config.mappings) {
      all.set(JSON.stringify(mapping), mapping);
    }
  }
  return [...all.values()].flatMap(namesOf).map(({ name, color }, index) => ({
    key: `mapping/${index}`,
    name,
    color: resolveColor(color ?? NO_COLOR, theme),
    values: [],
  }));
}

function namesOf(mapping: ValueMapping): { name: string; color?: string }[] {
  switch (mapping.type) {
    case 'value':
      return Object.entries(mapping.options).map(([name, { color }]) => ({
        name,
        color,
      }));
    case 'range': {
      const range = `[${mapping.from ?? null} - ${mapping.to ?? null}]`;
      const { text, color } = mapping.result;
      return [{ name: text ? `${range} ${text}` : range, color }];
    }
    case 'regex':
      return [
        {
          name: mapping.result.text || mapping.pattern,
          color: mapping.result.color,
        },
      ];
    default:
      return [
        {
          name: mapping.result.text || mapping.match,
          color: mapping.result.color,
        },
      ];
  }
}
