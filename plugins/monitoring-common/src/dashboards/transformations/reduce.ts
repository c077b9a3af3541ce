import { DataField, DataFrame, FieldType } from '../frames/DataFrame';
import { compileFieldMatcher, FieldMatcher } from '../frames/fieldMatches';
import { fieldDisplayName } from '../frames/fieldDisplayName';
import { guessFieldType } from '../frames/guessFieldType';
import { asObject, asText, asTexts } from '../model/json';
import { calculationName } from '../values/calculationName';
import { reduceField } from '../values/reduceField';
import { calculationId } from './calculationId';
import { ABSENT, joinedRefId, newField } from './newField';
import { Transform } from './Transform';

const NOT_TIME: FieldMatcher = ({ type }) => type !== 'time';

/** One figure of each field: a row for each field, or a frame of a single row. */
export const reduce: Transform = (frames, options) => {
  const { fields, mode, includeTimeField, labelsToFields } = options;
  const wantedFigures =
    options.reducers === undefined ? ['max'] : asTexts(options.reducers);
  if (wantedFigures.length === 0) {
    return frames;
  }
  const calculations = wantedFigures.flatMap(name => calculationId(name) ?? []);
  const asFields = mode === 'reduceFields';
  const { id, options: wanted } = asObject(fields);
  let matches = NOT_TIME;
  if (fields) {
    matches = compileFieldMatcher({ id: asText(id) ?? '', options: wanted });
  } else if (includeTimeField && asFields) {
    matches = () => true;
  }
  if (asFields) {
    return frames.flatMap(frame =>
      singleRow(frame, frames, matches, calculations),
    );
  }
  return seriesToRows(frames, matches, calculations, Boolean(labelsToFields));
};

function singleRow(
  frame: DataFrame,
  frames: DataFrame[],
  matches: FieldMatcher,
  calculations: string[],
): DataFrame[] {
  const fields = frame.fields
    .filter(field => matches(field, frame, frames))
    .flatMap(({ knownAs: _, ...field }) =>
      calculations.map(
        (calculation): DataField => ({
          ...field,
          type: reducedType(calculation, field.type),
          labels: {
            ...field.labels,
            ...(calculations.length > 1 && {
              reducer: calculationName(calculation),
            }),
          },
          values: [reduceField(field, calculation) ?? null],
        }),
      ),
    );
  return fields.length > 0 ? [{ ...frame, fields }] : [];
}

function reducedType(calculation: string, type: FieldType): FieldType {
  switch (calculation) {
    case 'allValues':
    case 'uniqueValues':
      return 'other';
    case 'first':
    case 'firstNotNull':
    case 'last':
    case 'lastNotNull':
      return type;
    default:
      return 'number';
  }
}

function seriesToRows(
  frames: DataFrame[],
  matches: FieldMatcher,
  calculations: string[],
  labelsToFields: boolean,
): DataFrame[] {
  if (frames.length === 0) {
    return [];
  }
  const labels = labelsToFields ? labelNames(frames) : [];
  const tables = frames.map(frame => {
    const fields = frame.fields.filter(field => matches(field, frame, frames));
    return [
      newField(
        'Field',
        'string',
        fields.map(field =>
          labelsToFields ? field.name : fieldDisplayName(field, frame, frames),
        ),
      ),
      ...labels.map(label =>
        newField(
          label,
          'string',
          fields.map(field => field.labels?.[label] ?? ABSENT),
        ),
      ),
      ...calculations.map((calculation, at) => {
        // Of several columns for the same figure the last one has it.
        const hasFigures = at === calculations.lastIndexOf(calculation);
        const values = fields.map(field => {
          const figure = hasFigures ? reduceField(field, calculation) : ABSENT;
          // A field that has no figure says so, of one without values nothing is known.
          return figure === null ? NaN : figure ?? ABSENT;
        });
        const field = newField(calculationName(calculation), 'other', values);
        return { ...field, type: guessFieldType(field) };
      }),
    ];
  });
  return [
    {
      meta: frames[0].meta && { ...frames[0].meta, type: 'table' },
      refId: joinedRefId('reduce', frames),
      fields: appended(tables),
    },
  ];
}

function labelNames(frames: DataFrame[]): string[] {
  const names = frames.flatMap(({ fields }) =>
    fields.flatMap(({ labels }) => Object.keys(labels ?? {})),
  );
  return [...new Set(names)];
}

/** Columns go on with those of the same name and type; the first ones do in any case. */
function appended(tables: DataField[][]): DataField[] {
  const [first, ...rest] = tables;
  const columns = first.map(field => ({ ...field, values: [...field.values] }));
  for (const table of rest) {
    columns.forEach((column, index) => {
      table.forEach((field, place) => {
        const isSame = field.type === column.type && field.name === column.name;
        if (isSame || (index === 0 && place === 0)) {
          for (const value of field.values) {
            column.values.push(value);
          }
        }
      });
    });
  }
  const length = columns[0].values.length;
  return columns.map(column => ({
    ...column,
    values: Array.from({ length }, (_, row) => column.values[row] ?? ABSENT),
  }));
}
