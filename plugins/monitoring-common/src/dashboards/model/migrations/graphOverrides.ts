import { JsonObject, JsonValue } from '@backstage/types';
import { asNumber, asObject, asObjects, asText } from '../json';
import { axisConfig } from './graphAxis';

type Property = { id: string; value: JsonValue };

const PATTERN = /^([/~@;%#'])(.*?)\1([gimsuy]*)$/;

/** Overrides for what a former graph or pie chart set for a series by its name. */
export function aliasColorOverrides(colors: unknown): JsonObject[] {
  return Object.entries(asObject(colors)).flatMap(([name, color]) =>
    color ? [byName(name, [fixedColor(color)])] : [],
  );
}

/**
 * Overrides for the `seriesOverrides` of a former graph.
 *
 * @param axes - left and right
 * @param line - of all series: dashes and their lengths
 */
export function seriesOverrides(
  json: unknown,
  axes: JsonObject[],
  line: { fill: string; dash: [JsonValue, JsonValue] },
): JsonObject[] {
  return asObjects(json).flatMap(override => {
    const alias = asText(override.alias);
    if (!alias) {
      return [];
    }
    const properties = [
      ...Object.entries(override).flatMap(([name, value]) =>
        propertiesOf(name, value, axes),
      ),
      ...dashesOf(override, line),
    ];
    const id = PATTERN.test(alias) ? 'byRegexp' : 'byName';
    return properties.length
      ? [{ matcher: { id, options: alias }, properties }]
      : [];
  });
}

function propertiesOf(
  name: string,
  value: JsonValue | undefined,
  axes: JsonObject[],
): Property[] {
  const number = asNumber(value) ?? 0;
  switch (name) {
    case 'yaxis':
      return number === 2 ? rightAxis(axes) : [];
    case 'fill':
      return [custom('fillOpacity', number * 10)];
    case 'fillBelowTo':
      return value ? [custom('fillBelowTo', value)] : [];
    case 'fillGradient':
      return number ? [custom('fillOpacity', number * 10)] : [];
    case 'points':
      return [custom('showPoints', value ? 'always' : 'never')];
    case 'bars':
      return value
        ? [custom('drawStyle', 'bars'), custom('fillOpacity', 100)]
        : [custom('drawStyle', 'line')];
    case 'lines':
      return [value ? custom('drawStyle', 'line') : custom('lineWidth', 0)];
    case 'linewidth':
      return [custom('lineWidth', number)];
    case 'pointradius':
      return [custom('pointSize', 2 + number * 2)];
    case 'stack':
      return [
        custom('stacking', {
          mode: value ? 'normal' : 'none',
          group: typeof value === 'string' ? value : 'A',
        }),
      ];
    case 'color':
      return value ? [fixedColor(value)] : [];
    case 'transform':
      return [custom('transform', value === 'negative-Y' ? value : 'constant')];
    default:
      return [];
  }
}

/** What the right axis has that the left one has not, and its side. */
function rightAxis(axes: JsonObject[]): Property[] {
  const [left, right] = [axisConfig(axes[0]), axisConfig(axes[1])];
  const [leftCustom, rightCustom] = [
    asObject(left.custom),
    asObject(right.custom),
  ];
  return [
    ...Object.entries(right).flatMap(([id, value]) =>
      id !== 'custom' && value !== left[id] && value !== undefined
        ? [{ id, value }]
        : [],
    ),
    custom('axisPlacement', 'right'),
    ...Object.entries(rightCustom).flatMap(([name, value]) =>
      value !== undefined && value !== leftCustom[name]
        ? [custom(name, value)]
        : [],
    ),
  ];
}

function dashesOf(
  override: JsonObject,
  line: { fill: string; dash: [JsonValue, JsonValue] },
): Property[] {
  const { dashes, dashLength, spaceLength } = override;
  if ([dashes, dashLength, spaceLength].every(one => one === undefined)) {
    return [];
  }
  const own = dashes ? 'dash' : 'solid';
  return [
    custom('lineStyle', {
      fill: dashes === undefined ? line.fill : own,
      dash: [dashLength ?? line.dash[0], spaceLength ?? line.dash[1]],
    }),
  ];
}

function byName(name: string, properties: Property[]): JsonObject {
  return { matcher: { id: 'byName', options: name }, properties };
}

function fixedColor(color: JsonValue): Property {
  return { id: 'color', value: { mode: 'fixed', fixedColor: color } };
}

function custom(name: string, value: JsonValue): Property {
  return { id: `custom.${name}`, value };
}
