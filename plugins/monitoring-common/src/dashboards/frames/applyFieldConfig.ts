import { FieldConfig, PanelModel } from '../types';
import { resolveFieldConfig } from '../model/resolveFieldConfig';
import { DataField, DataFrame } from './DataFrame';
import { fieldDisplayName } from './fieldDisplayName';

/**
 * Gives every field the panel's configuration, its name and its place, by the rules of Grafana's
 * `applyFieldOverrides`: what the source says, then the defaults, then the overrides in order.
 *
 * @param write - fills variables in a display name; is given the field
 * @public
 */
export function applyFieldConfig(
  frames: DataFrame[],
  fieldConfig: PanelModel['fieldConfig'],
  write: (text: string, field: DataField) => string = text => text,
): DataFrame[] {
  let seriesIndex = 0;
  const configured = frames.map(frame => ({
    ...frame,
    fields: frame.fields.map(field => {
      const config = withSource(
        field.config,
        resolveFieldConfig(fieldConfig, {
          name: fieldDisplayName(field, frame, frames),
          refId: frame.refId,
          type: field.type === 'frame' ? 'other' : field.type,
        }),
      );
      return {
        ...field,
        config: config.displayName
          ? { ...config, displayName: write(config.displayName, field) }
          : config,
      };
    }),
  }));
  const all = numericRange(configured);
  return configured.map(frame => ({
    ...frame,
    fields: frame.fields.map(field => ({
      ...field,
      state: {
        displayName: fieldDisplayName(field, frame, configured),
        seriesIndex: field.type === 'time' ? seriesIndex : seriesIndex++,
        range: rangeOf(field, all),
      },
    })),
  }));
}

/** What the source says of a field goes before what the panel says of all. */
function withSource(source: FieldConfig, config: FieldConfig): FieldConfig {
  return {
    ...config,
    displayNameFromSource: source.displayNameFromSource,
    interval: source.interval,
  };
}

function rangeOf(
  field: DataField,
  all: { min: number; max: number } | undefined,
): { min: number; max: number } | undefined {
  const { min, max, fieldMinMax } = field.config;
  if (field.type !== 'number') {
    return undefined;
  }
  const found = fieldMinMax ? numericRange([{ fields: [field] }]) : all;
  const range = { min: min ?? found?.min, max: max ?? found?.max };
  return range.min !== undefined && range.max !== undefined
    ? { min: range.min, max: range.max }
    : undefined;
}

function numericRange(
  frames: Pick<DataFrame, 'fields'>[],
): { min: number; max: number } | undefined {
  let [min, max] = [Infinity, -Infinity];
  for (const { fields } of frames) {
    for (const { type, values } of fields) {
      if (type !== 'number') {
        continue;
      }
      for (const value of values) {
        if (typeof value === 'number' && !Number.isNaN(value)) {
          min = Math.min(min, value);
          max = Math.max(max, value);
        }
      }
    }
  }
  return min <= max ? { min, max } : undefined;
}
