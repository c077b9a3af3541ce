import { JsonObject, JsonValue } from '@backstage/types';
import { asNumber, asObject, asObjects } from '../json';
import { withoutEmpty } from './withoutEmpty';

/** The two axes of a former graph, left and right; its own form before Grafana 2.5 too. */
export function graphAxes(json: JsonObject): JsonObject[] {
  const axes = asObjects(json.yaxes);
  if (axes.length || !Array.isArray(json.y_formats)) {
    return axes;
  }
  const grid = asObject(json.grid);
  const isShown = json['y-axis'] !== false;
  return (['left', 'right'] as const).map((side, at) =>
    withoutEmpty({
      format: (json.y_formats as JsonValue[])[at],
      min: grid[`${side}Min`],
      max: grid[`${side}Max`],
      logBase: grid[`${side}LogBase`],
      label: json[`${side}YAxisLabel`],
      show: isShown,
    }),
  );
}

/** The configuration of the series on an axis. */
export function axisConfig(axis: JsonObject | undefined): JsonObject {
  if (!axis) {
    return {};
  }
  const logBase = asNumber(axis.logBase);
  return withoutEmpty({
    unit: axis.format,
    decimals: asNumber(axis.decimals),
    min: asNumber(axis.min),
    max: asNumber(axis.max),
    custom: withoutEmpty({
      axisPlacement: axis.show ? 'auto' : 'hidden',
      axisLabel: axis.label || undefined,
      scaleDistribution:
        logBase === 2 || logBase === 10
          ? { type: 'log', log: logBase }
          : undefined,
    }),
  });
}
