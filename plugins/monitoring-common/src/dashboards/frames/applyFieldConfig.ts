import { PanelModel } from '../types';
import { fieldConfigurer, WriteDisplayName } from '../model/resolveFieldConfig';
import { DataField, DataFrame, FieldValue } from './DataFrame';
import { fieldDisplayName } from './fieldDisplayName';
import { FieldRanges } from './FieldRanges';
import { guessFieldType } from './guessFieldType';

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
  write?: WriteDisplayName,
): DataFrame[] {
  const configure = fieldConfigurer(fieldConfig, write);
  const ranges = new FieldRanges(frames);
  let seriesIndex = 0;
  const configured = frames.map(frame => {
    const copy = {
      ...frame,
      fields: frame.fields.map(field => ({ ...field })),
    };
    for (const field of copy.fields) {
      configure(field, copy, frames);
      field.type = field.type === 'other' ? guessFieldType(field) : field.type;
      field.state = {
        displayName: '',
        seriesIndex: field.type === 'time' ? seriesIndex : seriesIndex++,
        range: ranges.of(field),
      };
      field.values = withInnerConfig(field);
    }
    return copy;
  });
  for (const frame of configured) {
    for (const field of frame.fields) {
      field.knownAs = undefined;
    }
  }
  for (const frame of configured) {
    for (const field of frame.fields) {
      field.state!.displayName = fieldDisplayName(field, frame, configured);
    }
  }
  return configured;
}

/** Small graphs and tables within cells look as their column does. */
function withInnerConfig(field: DataField): FieldValue[] {
  if (field.type === 'frame') {
    return field.values.map(value =>
      isFrame(value) ? innerFrame(value, field) : value,
    );
  }
  if (field.type === 'nestedFrames') {
    return field.values.map(value =>
      Array.isArray(value)
        ? value.map(one => (isFrame(one) ? innerFrame(one) : one))
        : value,
    );
  }
  return field.values;
}

function innerFrame(frame: DataFrame, column?: DataField): DataFrame {
  const ranges = new FieldRanges([frame]);
  const fields = frame.fields.map(field => ({
    ...field,
    config: column
      ? {
          ...column.config,
          ...Object.fromEntries(
            Object.entries(field.config).filter(
              ([, value]) => value !== undefined,
            ),
          ),
          custom: { ...column.config.custom, ...field.config.custom },
          mappings: field.config.mappings.length
            ? field.config.mappings
            : column.config.mappings,
        }
      : field.config,
  }));
  const inner = { ...frame, fields };
  return {
    ...inner,
    fields: fields.map((field, index) => ({
      ...field,
      state: {
        displayName: fieldDisplayName(field, inner),
        seriesIndex: column?.state?.seriesIndex ?? index,
        range: ranges.of(field),
      },
    })),
  };
}

/** Whether a value is a graph or a table of its own. @public */
export function isFrame(value: FieldValue | undefined): value is DataFrame {
  return typeof value === 'object' && value !== null && 'fields' in value;
}
