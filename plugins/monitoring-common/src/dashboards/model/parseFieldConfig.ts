import { JsonObject } from '@backstage/types';
import {
  FieldColor,
  FieldConfig,
  FieldOverride,
  MappingResult,
  Thresholds,
  ValueMapping,
} from '../types';
import { asChoice, asNumber, asObject, asObjects, asText } from './json';
import { parseDataLinks } from './parseDataLinks';

/** The `fieldConfig` of a panel; what cannot be understood is left out. */
export function parseFieldConfig(json: unknown): {
  defaults: FieldConfig;
  overrides: FieldOverride[];
} {
  const { defaults, overrides } = asObject(json);
  return {
    defaults: parseDefaults(asObject(defaults)),
    overrides: asObjects(overrides).map(override => {
      const matcher = asObject(override.matcher);
      return {
        matcher: { id: asText(matcher.id) ?? '', options: matcher.options },
        properties: asObjects(override.properties).flatMap(({ id, value }) => {
          const name = asText(id);
          return name ? [{ id: name, value }] : [];
        }),
      };
    }),
  };
}

function parseDefaults(json: JsonObject): FieldConfig {
  const links = parseDataLinks(json.links);
  return {
    displayName: asText(json.displayName),
    description: asText(json.description),
    unit: asText(json.unit),
    decimals: asNumber(json.decimals),
    min: asNumber(json.min),
    max: asNumber(json.max),
    ...(json.fieldMinMax === true && { fieldMinMax: true }),
    noValue: asText(json.noValue),
    color: parseColor(json.color),
    thresholds: parseThresholds(json.thresholds),
    mappings: parseMappings(json.mappings),
    ...(links.length > 0 && { links }),
    custom: {
      ...asObject(json.custom),
      ...(json.filterable === true && { filterable: true }),
    },
  };
}

export function parseColor(json: unknown): FieldColor | undefined {
  const { mode, fixedColor, seriesBy } = asObject(json);
  const name = asText(mode);
  return name
    ? {
        mode: name,
        fixedColor: asText(fixedColor),
        ...(typeof seriesBy === 'string' && {
          seriesBy: asChoice<'last' | 'min' | 'max'>(seriesBy, [
            'last',
            'min',
            'max',
          ]),
        }),
      }
    : undefined;
}

export function parseThresholds(json: unknown): Thresholds | undefined {
  const { mode, steps } = asObject(json);
  const parsed = asObjects(steps).map((step, index) => ({
    // The first step starts at minus infinity, which JSON cannot write.
    value: index === 0 ? -Infinity : asNumber(step.value) ?? -Infinity,
    color: asText(step.color) ?? 'text',
  }));
  return Array.isArray(steps)
    ? {
        mode: mode === 'percentage' ? 'percentage' : 'absolute',
        steps: parsed.sort((a, b) => (a.value < b.value ? -1 : 1)),
      }
    : undefined;
}

export function parseMappings(json: unknown): ValueMapping[] {
  return asObjects(json).flatMap(mapping => parseMapping(mapping) ?? []);
}

function parseMapping(json: JsonObject): ValueMapping | undefined {
  const options = asObject(json.options);
  const result = parseResult(options.result);
  switch (json.type) {
    case 'value':
      return {
        type: 'value',
        options: Object.fromEntries(
          Object.entries(options).map(([key, one]) => [key, parseResult(one)]),
        ),
      };
    case 'range':
      return {
        type: 'range',
        from: asNumber(options.from),
        to: asNumber(options.to),
        result,
      };
    case 'regex':
      return { type: 'regex', pattern: asText(options.pattern) ?? '', result };
    case 'special':
      return parseSpecial(options.match, result);
    default:
      return undefined;
  }
}

function parseSpecial(
  match: unknown,
  result: MappingResult,
): ValueMapping | undefined {
  switch (match) {
    case 'null':
    case 'nan':
    case 'null+nan':
    case 'true':
    case 'false':
    case 'empty':
      return { type: 'special', match, result };
    default:
      return undefined;
  }
}

function parseResult(json: unknown): MappingResult {
  const { text, color } = asObject(json);
  // An empty text hides the value.
  return { text: text === '' ? '' : asText(text), color: asText(color) };
}
