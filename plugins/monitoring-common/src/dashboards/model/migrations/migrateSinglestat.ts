import { JsonObject } from '@backstage/types';
import { asNumber, asObject, asText } from '../json';
import { singlestatMappings } from './oldMappings';
import { presentReducer } from './oldReducers';
import { withoutEmpty } from './withoutEmpty';

/**
 * A singlestat of before Grafana 7 as a stat, or a gauge when it showed one.
 *
 * @remarks
 * Texts before and after the figure (`prefix`, `postfix`) are left out, as Grafana does.
 */
export function migrateSinglestat(json: JsonObject): JsonObject {
  const gauge = asObject(json.gauge);
  const sparkline = asObject(json.sparkline);
  const thresholds = thresholdsOf(json);
  const hasColor = Boolean(json.colorBackground || json.colorValue);
  const column = asText(json.tableColumn);
  const colored = json.colorBackground ? 'background' : 'value';
  return {
    ...json,
    type: gauge.show ? 'gauge' : 'stat',
    options: withoutEmpty({
      reduceOptions: withoutEmpty({
        calcs: [presentReducer(asText(json.valueName)) ?? 'mean'],
        fields: column && `/^${column}$/`,
      }),
      orientation: 'horizontal',
      ...(gauge.show
        ? {
            showThresholdMarkers: gauge.thresholdMarkers,
            showThresholdLabels: gauge.thresholdLabels,
          }
        : {
            graphMode: sparkline.show ? 'area' : 'none',
            colorMode: hasColor ? colored : 'none',
            textMode: json.valueName === 'name' ? 'name' : undefined,
          }),
    }),
    fieldConfig: {
      defaults: withoutEmpty({
        unit: asText(json.format),
        decimals: asNumber(json.decimals),
        noValue: asText(json.nullText),
        thresholds,
        mappings: singlestatMappings(json, thresholds),
        ...(gauge.show && {
          min: asNumber(gauge.minValue),
          max: asNumber(gauge.maxValue),
        }),
        color:
          !hasColor && sparkline.show && sparkline.lineColor
            ? { mode: 'fixed', fixedColor: sparkline.lineColor }
            : undefined,
      }),
      overrides: [],
    },
  };
}

/** `"50,80"` with three colours. */
function thresholdsOf(json: JsonObject): JsonObject | undefined {
  const levels = asText(json.thresholds)?.split(',').map(asNumber);
  if (!levels || !Array.isArray(json.colors)) {
    return undefined;
  }
  const [first, ...others] = json.colors;
  return {
    mode: 'absolute',
    steps: [
      { value: null, color: first ?? 'green' },
      ...others.flatMap((color, at) => {
        const value = levels[at];
        return value === undefined ? [] : [{ value, color }];
      }),
    ],
  };
}
