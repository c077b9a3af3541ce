import { JsonObject, JsonValue } from '@backstage/types';
import {
  DataField,
  DataFrame,
  FieldValue,
  frameLength,
} from '../frames/DataFrame';
import { fieldDisplayName } from '../frames/fieldDisplayName';
import { asObject, asText } from '../model/json';
import { asOperand } from './newField';
import type { ValuesCreator } from './calculateField';

/** A field, or a number. */
export interface Operand {
  fixed?: string;
  matcher?: { id: string; options?: string };
}

export interface BinaryCalculation {
  left: Operand;
  operator: string;
  right: Operand;
}

const OPERATORS = new Map<string, (a: number, b: number) => number>([
  ['+', (a, b) => a + b],
  ['-', (a, b) => a - b],
  ['*', (a, b) => a * b],
  ['/', (a, b) => a / b],
]);

/** Two operands and what is between them, of the present and the former way to write them. */
export function readBinary(
  json: JsonValue | undefined,
  frames: DataFrame[],
): BinaryCalculation {
  const { left, operator, right } = asObject(json);
  const names = new Set(
    frames.flatMap(({ fields }) => fields.map(({ name }) => name)),
  );
  return {
    left: readOperand(left, names),
    operator: operator === undefined ? '+' : asText(operator) ?? '',
    right: readOperand(right, names),
  };
}

function readOperand(json: JsonValue | undefined, names: Set<string>): Operand {
  if (typeof json === 'object' && json !== null) {
    const { fixed, matcher } = asObject(json);
    const { id, options } = asObject(matcher);
    return {
      fixed: asText(fixed),
      ...(asText(id) && {
        matcher: { id: asText(id)!, options: asText(options) },
      }),
    };
  }
  const text = asText(json) ?? '';
  return Number.isNaN(Number(text)) || names.has(text)
    ? { matcher: { id: 'byName', options: text } }
    : { fixed: text };
}

/** As names of calculated fields have it. */
export function operandText({ fixed, matcher }: Operand): string {
  return matcher?.options ?? fixed ?? '';
}

/** Row by row: what the operator makes of both operands. */
export function binaryValues({
  left,
  operator,
  right,
}: BinaryCalculation): ValuesCreator {
  const calculate = OPERATORS.get(operator);
  return (frame, frames) => {
    const first = operandValues(left, frame, frames);
    const second = operandValues(right, frame, frames);
    return first && second && calculate
      ? first.map((value, row) =>
          calculate(asOperand(value), asOperand(second[row])),
        )
      : undefined;
  };
}

/** The same calculation for each field of a type. */
export function binaryByType(
  frames: DataFrame[],
  { left, operator, right }: BinaryCalculation,
  options: JsonObject,
): DataFrame[] {
  const calculate = OPERATORS.get(operator);
  const replaces = options.replaceFields === true;
  return frames.flatMap(frame => {
    const time =
      options.timeSeries === false
        ? undefined
        : frame.fields.find(({ type }) => type === 'time');
    const fields: DataField[] = time ? [time] : [];
    let isChanged = false;
    for (const field of frame.fields) {
      if (!replaces && field !== time) {
        fields.push(field);
      }
      const second = operandValues(right, frame, frames);
      if (field.type === left.matcher?.options && second && calculate) {
        isChanged = true;
        fields.push({
          ...field,
          knownAs: undefined,
          name: `${field.name} ${operator} ${operandText(right)}`,
          values: field.values.map((value, row) =>
            calculate(asOperand(value), asOperand(second[row])),
          ),
        });
      }
    }
    return replaces && !isChanged ? [] : [{ ...frame, fields }];
  });
}

function operandValues(
  { fixed, matcher }: Operand,
  frame: DataFrame,
  frames: DataFrame[],
): FieldValue[] | undefined {
  const field =
    matcher?.id === 'byName'
      ? frame.fields.find(
          one => fieldDisplayName(one, frame, frames) === matcher.options,
        )
      : undefined;
  if (field) {
    return field.values;
  }
  const constant = parseFloat(fixed ?? matcher?.options ?? '');
  return Number.isNaN(constant)
    ? undefined
    : new Array(frameLength(frame)).fill(constant);
}
