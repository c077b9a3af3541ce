import { JsonObject, JsonValue } from '@backstage/types';
import { compileFieldMatcher, FieldMatcher } from '../frames/fieldMatches';
import { DataField, DataFrame } from '../frames/DataFrame';
import { FieldConfig, PanelModel, Thresholds } from '../types';
import { asNumber, asObject, asText } from './json';
import { parseDataLinks } from './parseDataLinks';
import { parseColor, parseMappings, parseThresholds } from './parseFieldConfig';

/** Fills variables in a display name. */
export type WriteDisplayName = (
  text: string,
  field: DataField,
  frame: DataFrame,
  frames: DataFrame[],
) => string;

const AS_WRITTEN: WriteDisplayName = text => text;

/**
 * The configuration of one field, by the rules of Grafana's `applyFieldOverrides`: what the source
 * says, what the panel says of all for the rest, then the panel's overrides in order.
 *
 * @param frames - all of the panel
 * @public
 */
export function resolveFieldConfig(
  fieldConfig: PanelModel['fieldConfig'],
  field: DataField,
  frame: DataFrame,
  frames: DataFrame[] = [frame],
): FieldConfig {
  const own = { ...field };
  const fields = frame.fields.map(one => (one === field ? own : one));
  fieldConfigurer(fieldConfig)(own, { ...frame, fields }, frames);
  return own.config;
}

/**
 * {@link resolveFieldConfig} for many fields.
 *
 * @returns sets the configuration of a field, which the caller has made a copy of: overrides look
 * for names that overrides before them gave
 */
export function fieldConfigurer(
  { defaults, overrides }: PanelModel['fieldConfig'],
  write: WriteDisplayName = AS_WRITTEN,
): (field: DataField, frame: DataFrame, frames: DataFrame[]) => void {
  const compiled: [FieldMatcher, Property[]][] = overrides.map(
    ({ matcher, properties }) => [compileFieldMatcher(matcher), properties],
  );
  return (field, frame, frames) => {
    const setName = (config: FieldConfig) => {
      field.config = {
        ...config,
        displayName:
          config.displayName && write(config.displayName, field, frame, frames),
      };
    };
    const source = field.config;
    field.config = withDefaults(source, {
      ...defaults,
      displayName: undefined,
    });
    if (!source.displayName && defaults.displayName) {
      setName({ ...field.config, displayName: defaults.displayName });
    }
    for (const [matches, properties] of compiled) {
      if (matches(field, frame, frames)) {
        const config = properties.reduce(applyProperty, field.config);
        if (properties.some(({ id }) => id === 'displayName')) {
          // The name that transformations knew it by is none any more.
          field.knownAs = undefined;
          setName(config);
        } else {
          field.config = config;
        }
      }
    }
  };
}

type Property = { id: string; value?: JsonValue };

/** The source's word goes before what the panel says of all. */
function withDefaults(source: FieldConfig, defaults: FieldConfig): FieldConfig {
  const told = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined),
  ) as FieldConfig;
  const config: FieldConfig = {
    ...defaults,
    ...told,
    custom: { ...defaults.custom, ...source.custom },
    mappings: source.mappings.length ? source.mappings : defaults.mappings,
  };
  if (source.links && defaults.links) {
    config.links = [...source.links, ...defaults.links];
  }
  if (source.thresholds) {
    config.thresholds = withBase(source.thresholds, defaults.thresholds);
  }
  const { min, max } = config;
  return min !== undefined && max !== undefined && min > max
    ? { ...config, min: max, max: min }
    : config;
}

/** Thresholds that a source tells may begin in the middle: below them is the panel's first step. */
function withBase(
  thresholds: Thresholds,
  base: Thresholds | undefined,
): Thresholds {
  const startsBelow = ({ steps }: Thresholds) =>
    steps.find(({ value }) => value === -Infinity);
  const first = base?.mode === 'absolute' ? startsBelow(base) : undefined;
  return first && thresholds.mode === 'absolute' && !startsBelow(thresholds)
    ? { ...thresholds, steps: [first, ...thresholds.steps] }
    : thresholds;
}

function applyProperty(
  config: FieldConfig,
  { id, value }: Property,
): FieldConfig {
  switch (id) {
    case 'displayName':
    case 'description':
    case 'unit':
    case 'noValue':
      return { ...config, [id]: asText(value) };
    case 'decimals':
    case 'min':
    case 'max':
      return { ...config, [id]: asNumber(value) };
    case 'fieldMinMax':
      return { ...config, fieldMinMax: value === true };
    case 'color':
      return { ...config, color: parseColor(value) };
    case 'thresholds':
      return { ...config, thresholds: parseThresholds(value) };
    // Lists of several overrides are one, of which the last comes first.
    case 'mappings':
      return {
        ...config,
        mappings: value ? [...parseMappings(value), ...config.mappings] : [],
      };
    case 'links':
      return {
        ...config,
        links: value ? [...parseDataLinks(value), ...(config.links ?? [])] : [],
      };
    default: {
      // What the table keeps beside the options of its own.
      const path = id === 'filterable' ? [id] : id.split('.').slice(1);
      return id === 'filterable' || (id.startsWith('custom.') && path[0])
        ? {
            ...config,
            custom: withPath(config.custom, path, value ?? undefined),
          }
        : config;
    }
  }
}

function withPath(
  object: JsonObject,
  [key, ...rest]: string[],
  value: JsonValue | undefined,
): JsonObject {
  const before = Object.hasOwn(object, key) ? object[key] : undefined;
  const others = Object.entries(object).filter(([name]) => name !== key);
  const after = rest.length ? withPath(asObject(before), rest, value) : value;
  return Object.fromEntries([
    ...others,
    ...(after === undefined ? [] : [[key, after]]),
  ]);
}
