import { DataField, DataFrame, frameLength } from '../frames/DataFrame';
import { fieldDisplayName } from '../frames/fieldDisplayName';
import { asText, asTexts } from '../model/json';
import { ABSENT, newField } from './newField';
import { Transform } from './Transform';

/** Makes columns, or rows, of the labels of series. */
export const labelsToFields: Transform = (frames, options) => {
  const keep = Array.isArray(options.keepLabels)
    ? asTexts(options.keepLabels)
    : undefined;
  if (options.mode === 'rows') {
    return labelsToRows(frames, keep);
  }
  const isKept = (label: string) => !keep?.length || keep.includes(label);
  const valueLabel = asText(options.valueLabel);
  return frames.map(frame => {
    const found = new Map<string, Set<string>>();
    const fields = frame.fields.map(field => {
      for (const [label, value] of Object.entries(field.labels ?? {})) {
        if (isKept(label) && label !== valueLabel) {
          found.set(label, (found.get(label) ?? new Set()).add(value));
        }
      }
      return withoutLabels(field, isKept, valueLabel);
    });
    const columns = [...found].flatMap(([label, values]) =>
      [...values].map(value =>
        newField(label, 'string', new Array(frameLength(frame)).fill(value)),
      ),
    );
    return { ...frame, fields: [...fields, ...columns] };
  });
};

function withoutLabels(
  { knownAs: _, ...field }: DataField,
  isKept: (label: string) => boolean,
  valueLabel: string | undefined,
): DataField {
  const { labels } = field;
  if (!labels) {
    return field;
  }
  const named =
    valueLabel !== undefined &&
    isKept(valueLabel) &&
    Object.hasOwn(labels, valueLabel);
  return {
    ...field,
    name: named ? labels[valueLabel] : field.name,
    labels: undefined,
    // Both were made of the labels.
    config: {
      ...field.config,
      displayName: undefined,
      displayNameFromSource: undefined,
    },
  };
}

function labelsToRows(
  frames: DataFrame[],
  keep: string[] | undefined,
): DataFrame[] {
  return frames.flatMap(frame =>
    frame.fields.flatMap(field => {
      const { labels } = field;
      const names = labels ? keep ?? Object.keys(labels) : [];
      return names.length > 0
        ? [
            {
              ...frame,
              name: fieldDisplayName(field, frame, frames),
              fields: [
                newField('label', 'string', names),
                newField(
                  'value',
                  'string',
                  names.map(name =>
                    Object.hasOwn(labels!, name) ? labels![name] : ABSENT,
                  ),
                ),
              ],
            },
          ]
        : [];
    }),
  );
}
