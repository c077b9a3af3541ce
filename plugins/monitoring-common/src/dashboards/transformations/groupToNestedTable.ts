import { JsonObject } from '@backstage/types';
import { DataField, DataFrame, FieldType } from '../frames/DataFrame';
import { guessFieldType } from '../frames/guessFieldType';
import { asObject, asTexts } from '../model/json';
import { groupedFields, groupFigures, nameAlone, ruleOfField } from './groupBy';
import { groupRows, RowGroups } from './groupRows';
import { newField } from './newField';
import { Transform } from './Transform';

/** A row for each value of some fields, above a table of all that is neither grouped nor reduced. */
export const groupToNestedTable: Transform = (frames, options) => {
  const rules = asObject(options.fields);
  const grouped = Object.keys(rules).find(
    name => asObject(rules[name]).operation === 'groupby',
  );
  if (!grouped) {
    return frames;
  }
  const noHeader = options.showSubframeHeaders === false;
  return frames.flatMap(frame => {
    const by = frame.fields.filter(
      field =>
        ruleOfField(rules, nameAlone(field), field.name)?.operation ===
        'groupby',
    );
    if (by.length === 0) {
      return [];
    }
    const rows = groupRows(frame, by, nameAlone);
    const rest = frame.fields.filter(field =>
      isNested(ruleOfField(rules, nameAlone(field), field.name)),
    );
    return [
      {
        fields: [
          ...groupedFields(by, rows, nameAlone),
          ...frame.fields.flatMap(field =>
            figures(field, nameAlone(field), rules, rows),
          ),
          newField(
            '__nestedFrames',
            'nestedFrames',
            rows.groups.map(group => [innerTable(rest, group, noHeader)]),
          ),
        ],
      },
    ];
  });
};

function isNested(rule: JsonObject | undefined): boolean {
  if (!rule) {
    return true;
  }
  const { operation, aggregations } = rule;
  return (
    aggregations === undefined ||
    operation === null ||
    operation === undefined ||
    (operation === 'aggregate' && asTexts(aggregations).length === 0)
  );
}

function innerTable(
  fields: DataField[],
  rows: number[],
  noHeader: boolean,
): DataFrame {
  return {
    meta: { noHeader },
    fields: fields.map(field => ({
      name: nameAlone(field),
      type: field.type,
      config: field.config,
      values: rows.map(row => field.values[row]),
    })),
  };
}

function figures(
  field: DataField,
  name: string,
  rules: JsonObject,
  rows: RowGroups,
): DataField[] {
  const rule = ruleOfField(rules, name, field.name);
  const calculations =
    rule?.operation === 'aggregate' ? asTexts(rule.aggregations) : [];
  return calculations.map(calculation => {
    const figure = groupFigures(field, { name, calculation, rows }, 'other');
    return { ...figure, type: typeAfter(calculation, field.type, figure) };
  });
}

function typeAfter(
  calculation: string,
  type: FieldType,
  figure: DataField,
): FieldType {
  switch (calculation) {
    case 'allIsNull':
      return 'boolean';
    case 'first':
    case 'firstNotNull':
    case 'last':
    case 'lastNotNull':
      return type;
    default:
      return figure.values.some(value => value !== null)
        ? guessFieldType(figure)
        : 'string';
  }
}
