import { DataField, DataFrame, FieldValue } from '../frames/DataFrame';
import { fieldDisplayName } from '../frames/fieldDisplayName';
import { asObject, asObjects, asText } from '../model/json';
import { FieldConfig, MappingResult } from '../types';

/** What becomes of a field's value: the name of a part of the configuration, or of the field. */
export interface ConfigMapping {
  field: DataField;
  /** `max`, `unit`, `field.name`, …; undefined for what has no meaning. */
  key?: string;
  calculation: string;
  thresholdColor: string;
}

const KEYS = new Set([
  'field.name',
  'field.value',
  'field.label',
  '__ignore',
  'max',
  'min',
  'unit',
  'decimals',
  'displayName',
  'color',
  'threshold1',
  'mappings.value',
  'mappings.color',
  'mappings.text',
]);

/**
 * What the fields of a frame mean for a configuration: as the author says, else by their names.
 *
 * @param withName - whether one field names others, and one has their values
 */
export function configMappings(
  frame: DataFrame,
  json: unknown,
  withName: boolean,
): ConfigMapping[] {
  const rules = asObjects(json);
  const hasRule = (key: string) => rules.some(rule => rule.handlerKey === key);
  let namesAreFound = false;
  let valuesAreFound = false;
  return frame.fields.map(field => {
    const name = fieldDisplayName(field, frame);
    const rule = rules.find(one => one.fieldName === name);
    const written = rule ? asText(rule.handlerKey) : name.toLowerCase();
    let key = written && KEYS.has(written) ? written : undefined;
    if (withName && !key && !rule) {
      if (!namesAreFound && !hasRule('field.name') && field.type === 'string') {
        key = 'field.name';
      }
      if (
        !valuesAreFound &&
        !hasRule('field.value') &&
        field.type === 'number'
      ) {
        key = 'field.value';
      }
    }
    key ??= withName ? 'field.label' : undefined;
    namesAreFound ||= key === 'field.name';
    valuesAreFound ||= key === 'field.value';
    const { threshold } = asObject(rule?.handlerArguments);
    return {
      field,
      key,
      calculation:
        asText(rule?.reducerId) ??
        (key?.startsWith('mappings.') ? 'allValues' : 'lastNotNull'),
      thresholdColor: asText(asObject(threshold).color) ?? 'red',
    };
  });
}

/**
 * The configuration that a row says.
 *
 * @param valueOf - of the field in that row
 */
export function configOfRow(
  mappings: ConfigMapping[],
  valueOf: (mapping: ConfigMapping) => FieldValue | undefined,
): Partial<FieldConfig> {
  const config: Partial<FieldConfig> = {};
  const lists = new Map<string, readonly FieldValue[]>();
  for (const mapping of mappings) {
    const value = valueOf(mapping);
    if (value !== null && value !== undefined && mapping.key) {
      if (Array.isArray(value)) {
        lists.set(mapping.key, value);
      } else {
        setPart(config, mapping, value);
      }
    }
  }
  const values = lists.get('mappings.value');
  return values
    ? { ...config, mappings: [valueMapping(values, lists)] }
    : config;
}

function setPart(
  config: Partial<FieldConfig>,
  { key, thresholdColor }: ConfigMapping,
  value: FieldValue,
): void {
  const number = asFigure(value);
  switch (key) {
    case 'max':
    case 'min':
    case 'decimals':
      if (!Number.isNaN(number)) {
        config[key] = number;
      }
      break;
    case 'unit':
    case 'displayName':
      config[key] = String(value);
      break;
    case 'color':
      config.color = { mode: 'fixed', fixedColor: String(value) };
      break;
    case 'threshold1':
      if (!Number.isNaN(number)) {
        config.thresholds = {
          mode: 'absolute',
          steps: [
            ...(config.thresholds?.steps ?? []),
            { value: number, color: thresholdColor },
          ],
        };
      }
      break;
    default:
  }
}

function asFigure(value: FieldValue): number {
  return value === '' || typeof value === 'object' ? NaN : Number(value);
}

function valueMapping(
  values: readonly FieldValue[],
  lists: Map<string, readonly FieldValue[]>,
) {
  const textAt = (key: string, index: number) => {
    const text = lists.get(key)?.[index];
    return text === null || text === undefined ? undefined : String(text);
  };
  return {
    type: 'value' as const,
    options: Object.fromEntries(
      values.flatMap((value, index): [string, MappingResult][] =>
        value === null || value === undefined
          ? []
          : [
              [
                String(value),
                {
                  color: textAt('mappings.color', index),
                  text: textAt('mappings.text', index),
                },
              ],
            ],
      ),
    ),
  };
}
