import { JsonObject, JsonValue } from '@backstage/types';
import { FieldConfig, PanelModel } from '../types';
import { asNumber, asObject, asText, asTexts } from './json';
import { matchesPattern } from './matchesPattern';
import { parseColor, parseMappings, parseThresholds } from './parseFieldConfig';

/** What overrides look at to find their series. @public */
export interface FieldIdentity {
  /** The series' name before overrides. */
  name: string;
  /** Absent for a column that several queries made. */
  refId?: string;
  /** Default: `number`. */
  type?: 'number' | 'string' | 'time' | 'boolean' | 'other';
}

/**
 * The configuration of one series: the panel's defaults, then its overrides in order.
 *
 * @public
 */
export function resolveFieldConfig(
  fieldConfig: PanelModel['fieldConfig'],
  field: FieldIdentity,
): FieldConfig {
  return fieldConfig.overrides
    .filter(({ matcher }) => matches(matcher.id, matcher.options, field))
    .flatMap(override => override.properties)
    .reduce(applyProperty, fieldConfig.defaults);
}

function matches(
  id: string,
  options: JsonValue | undefined,
  { name, refId, type = 'number' }: FieldIdentity,
): boolean {
  switch (id) {
    case 'byName':
      return options === name;
    case 'byNames': {
      const { names, mode } = asObject(options);
      return asTexts(names).includes(name) !== (mode === 'exclude');
    }
    case 'byRegexp':
      return matchesPattern(asText(options) ?? '', name);
    case 'byFrameRefID':
      return refId !== undefined && options === refId;
    case 'byType':
      return options === type;
    default:
      return false;
  }
}

function applyProperty(
  config: FieldConfig,
  { id, value }: { id: string; value?: JsonValue },
): FieldConfig {
  switch (id) {
    case 'displayName':
    case 'unit':
    case 'noValue':
      return { ...config, [id]: asText(value) };
    case 'decimals':
    case 'min':
    case 'max':
      return { ...config, [id]: asNumber(value) };
    case 'color':
      return { ...config, color: parseColor(value) };
    case 'thresholds':
      return { ...config, thresholds: parseThresholds(value) };
    case 'mappings':
      return { ...config, mappings: parseMappings(value) };
    default:
      return id.startsWith('custom.') && value !== undefined
        ? {
            ...config,
            custom: withPath(config.custom, id.split('.').slice(1), value),
          }
        : config;
  }
}

function withPath(
  object: JsonObject,
  [key, ...rest]: string[],
  value: JsonValue,
): JsonObject {
  return {
    ...object,
    [key]: rest.length ? withPath(asObject(object[key]), rest, value) : value,
  };
}
