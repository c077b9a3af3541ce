import { JsonObject, JsonValue } from '@backstage/types';
import { asNumber, asObject, asObjects, asTexts } from '../json';
import { axisConfig, graphAxes } from './graphAxis';
import { graphLegend } from './graphLegend';
import { aliasColorOverrides, seriesOverrides } from './graphOverrides';
import { graphThresholds } from './graphThresholds';
import { presentReducer } from './oldReducers';
import { withoutEmpty } from './withoutEmpty';

/**
 * A graph of before Grafana 7 as what Grafana makes of it: a time series, or with one bar for
 * each series a bar gauge or a bar chart, or a histogram.
 */
export function migrateGraph(json: JsonObject): JsonObject {
  const { mode } = asObject(json.xaxis);
  if (mode === 'series') {
    return asObject(json.legend).values ? barGauge(json) : barChart(json);
  }
  return mode === 'histogram' ? histogram(json) : timeSeries(json);
}

function timeSeries(json: JsonObject): JsonObject {
  const { defaults, overrides } = asObject(json.fieldConfig);
  const axes = graphAxes(json);
  const axis = axisConfig(axes[0]);
  const thresholds = graphThresholds(json.thresholds);
  const line: { fill: string; dash: [JsonValue, JsonValue] } = {
    fill: json.dashes ? 'dash' : 'solid',
    dash: [json.dashLength ?? 10, json.spaceLength ?? 10],
  };
  const isPercent = Boolean(json.stack && json.percentage);
  return {
    ...json,
    type: 'timeseries',
    options: { legend: graphLegend(json), tooltip: tooltipOf(json) },
    fieldConfig: {
      defaults: withoutEmpty({
        ...asObject(defaults),
        ...axis,
        ...(isPercent && { min: undefined, max: undefined }),
        thresholds: thresholds?.thresholds ?? asObject(defaults).thresholds,
        custom: withoutEmpty({
          ...asObject(axis.custom),
          ...styleOf(json, line),
          thresholdsStyle: thresholds?.style,
        }),
      }),
      overrides: [
        ...asObjects(overrides),
        ...aliasColorOverrides(json.aliasColors),
        ...seriesOverrides(json.seriesOverrides, axes, line),
        ...legendOverrides(asObject(json.legend)),
        ...timeAxisOverrides(asObject(json.xaxis)),
      ],
    },
  };
}

function styleOf(json: JsonObject, line: JsonObject): JsonObject {
  const withoutBars = json.lines ? 'line' : 'points';
  const drawStyle = json.bars ? 'bars' : withoutBars;
  const withoutPoints = drawStyle === 'points' ? undefined : 'never';
  const radius = asNumber(json.pointradius);
  const gradient = asNumber(json.fillGradient) || undefined;
  return withoutEmpty({
    drawStyle,
    showPoints: json.points ? 'always' : withoutPoints,
    pointSize: json.points && radius !== undefined ? 2 + radius * 2 : undefined,
    lineWidth: asNumber(json.linewidth),
    lineStyle: json.dashes ? line : undefined,
    fillOpacity: drawStyle === 'bars' ? 100 : fillOf(json, gradient),
    gradientMode: gradient && 'opacity',
    spanNulls: json.nullPointMode === 'connected',
    lineInterpolation: json.steppedLine ? 'stepAfter' : undefined,
    stacking: json.stack
      ? { mode: json.percentage ? 'percent' : 'normal', group: 'A' }
      : undefined,
  });
}

/** Fills were 0 to 10, and 35 % between two series. */
function fillOf(json: JsonObject, gradient?: number): number | undefined {
  const isBand = asObjects(json.seriesOverrides).some(one => one.fillBelowTo);
  const fill = asNumber(json.fill);
  if (gradient) {
    return gradient * 10;
  }
  return isBand ? 35 : fill && fill * 10;
}

function tooltipOf(json: JsonObject): JsonObject {
  const { shared, sort } = asObject(json.tooltip);
  const order = ['none', 'asc', 'desc'][asNumber(sort) ?? 0] ?? 'none';
  return {
    mode: shared ? 'multi' : 'single',
    sort: shared ? order : 'none',
  };
}

function legendOverrides({ hideZero, hideEmpty }: JsonObject): JsonObject[] {
  return [hideZero && 'allIsZero', hideEmpty && 'allIsNull'].flatMap(reducer =>
    typeof reducer === 'string'
      ? [
          {
            matcher: {
              id: 'byValue',
              options: { reducer, op: 'gte', value: 0 },
            },
            properties: [
              {
                id: 'custom.hideFrom',
                value: { tooltip: true, viz: false, legend: true },
              },
            ],
          },
        ]
      : [],
  );
}

function timeAxisOverrides({ show, mode }: JsonObject): JsonObject[] {
  return show === false && mode === 'time'
    ? [
        {
          matcher: { id: 'byType', options: 'time' },
          properties: [{ id: 'custom.axisPlacement', value: 'hidden' }],
        },
      ]
    : [];
}

function barGauge(json: JsonObject): JsonObject {
  const { defaults, overrides } = asObject(json.fieldConfig);
  return {
    ...json,
    type: 'bargauge',
    options: {
      orientation: 'auto',
      reduceOptions: { values: false, calcs: calculationsOf(json) },
      legend: graphLegend(json),
    },
    fieldConfig: {
      defaults: { ...asObject(defaults), color: { mode: 'palette-classic' } },
      overrides: asObjects(overrides),
    },
  };
}

function barChart(json: JsonObject): JsonObject {
  const { defaults, overrides } = asObject(json.fieldConfig);
  return {
    ...json,
    type: 'barchart',
    options: { ...asObject(json.options), groupWidth: 1 },
    transformations: [
      ...asObjects(json.transformations),
      { id: 'reduce', options: { reducers: calculationsOf(json) } },
      { id: 'transpose', options: {} },
    ],
    fieldConfig: {
      defaults: asObject(defaults),
      overrides: [
        ...asObjects(overrides),
        {
          matcher: { id: 'byName', options: 'Field' },
          properties: [{ id: 'custom.axisPlacement', value: 'hidden' }],
        },
      ],
    },
  };
}

function calculationsOf(json: JsonObject): string[] {
  const { values } = asObject(json.xaxis);
  return Array.isArray(values)
    ? asTexts(values).flatMap(name => presentReducer(name) ?? [])
    : ['sum'];
}

function histogram(json: JsonObject): JsonObject {
  return {
    ...json,
    type: 'histogram',
    options: {
      legend: {
        displayMode: 'list',
        showLegend: true,
        placement: 'bottom',
        calcs: [],
      },
      tooltip: { mode: 'single', sort: 'none' },
      combine: false,
    },
    fieldConfig: {
      defaults: {
        custom: json.stack
          ? {
              stacking: {
                mode: json.percentage ? 'percent' : 'normal',
                group: 'A',
              },
            }
          : {},
      },
      overrides: [],
    },
  };
}
