import { JsonObject } from '@backstage/types';
import { DataField, DataFrame, FieldType } from '../frames/DataFrame';
import { compileFieldMatcher } from '../frames/fieldMatches';
import { fieldDisplayName } from '../frames/fieldDisplayName';
import { asObject, asTexts } from '../model/json';
import { reduceField } from '../values/reduceField';
import { groupRows, RowGroups } from './groupRows';
import { newField } from './newField';
import { Transform } from './Transform';

/** A row for each value of some fields, with figures of the others. */
export const groupBy: Transform = (frames, options) => {
  const rules = asObject(options.fields);
  const names = Object.keys(rules).filter(
    name => asObject(rules[name]).operation === 'groupby',
  );
  if (names.length === 0) {
    return frames;
  }
  const isGrouped = compileFieldMatcher({ id: 'byNames', options: { names } });
  return frames.flatMap(frame => {
    const by = frame.fields.filter(field => isGrouped(field, frame, frames));
    if (by.length === 0) {
      return [];
    }
    const nameOf = (field: DataField) => plainName(field, frame, frames, names);
    const rows = groupRows(frame, by, nameOf);
    return [
      {
        refId: frame.refId,
        fields: [
          ...groupedFields(by, rows, nameOf),
          ...frame.fields.flatMap(field =>
            aggregatedFields(field, nameOf(field), rules, rows),
          ),
        ],
      },
    ];
  });
};

/**
 * What Grafana calls a field here: of a single frame the name that people read, unless the plain one
 * is what the author wrote; of several frames the plain one.
 */
function plainName(
  field: DataField,
  frame: DataFrame,
  frames: DataFrame[],
  names: string[],
): string {
  return frames.length === 1 && !names.includes(field.name)
    ? fieldDisplayName(field, frame)
    : nameAlone(field);
}

/** What Grafana calls a field of which it does not know the frame. */
export function nameAlone({ config, name }: DataField): string {
  return config.displayName || name || 'Value';
}

/** The fields by which rows were grouped, a row for each group. */
export function groupedFields(
  by: DataField[],
  { groups, valuesOf }: RowGroups,
  nameOf: (field: DataField) => string,
): DataField[] {
  return by.map(field => ({
    name: field.name,
    type: field.type,
    config: field.config,
    values: groups.map(rows => valuesOf(nameOf(field), rows)[0]),
  }));
}

/** Authors write the name that people read, or the plain one. */
export function ruleOfField(
  rules: JsonObject,
  name: string,
  plain: string,
): JsonObject | undefined {
  const written = [name, plain].find(one => Object.hasOwn(rules, one));
  return written === undefined ? undefined : asObject(rules[written]);
}

/** A figure of a field for each group. */
export function groupFigures(
  { type }: DataField,
  {
    name,
    calculation,
    rows: { groups, valuesOf },
  }: { name: string; calculation: string; rows: RowGroups },
  typeAfterwards: FieldType,
): DataField {
  return newField(
    `${name} (${calculation})`,
    typeAfterwards,
    groups.map(
      rows =>
        reduceField({ type, values: valuesOf(name, rows) }, calculation) ??
        null,
    ),
  );
}

function aggregatedFields(
  field: DataField,
  name: string,
  rules: JsonObject,
  rows: RowGroups,
): DataField[] {
  const rule = ruleOfField(rules, name, field.name) ?? {};
  const calculations = asTexts(rule.aggregations);
  const isCalculated =
    rule.operation === 'aggregate' ||
    (rule.operation === 'groupby' &&
      calculations.length === 1 &&
      calculations[0] === 'count');
  return (isCalculated ? calculations : []).map(calculation =>
    groupFigures(
      field,
      { name, calculation, rows },
      typeAfter(calculation, field.type),
    ),
  );
}

function typeAfter(calculation: string, type: FieldType): FieldType {
  switch (calculation) {
    case 'count':
    case 'countAll':
    case 'distinctCount':
    case 'changeCount':
      return 'number';
    case 'allIsNull':
    case 'allIsZero':
      return 'boolean';
    default:
      return type;
  }
}
