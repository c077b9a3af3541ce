import { JsonObject, JsonValue } from '@backstage/types';
import {
  DataField,
  DataFrame,
  FieldValue,
  frameLength,
} from '../frames/DataFrame';
import { asObject, asText } from '../model/json';
import { binaryByType, binaryValues, readBinary } from './calculateBinary';
import { calculateReduceRow } from './calculateReduceRow';
import { calculateUnary } from './calculateUnary';
import { calculateWindow } from './calculateWindow';
import { calculateCumulative } from './calculateCumulative';
import { calculatedName } from './calculatedName';
import { calculationOptions } from './calculationOptions';
import { ensureColumns } from './ensureColumns';
import { newField } from './newField';
import { Transform } from './Transform';

/** A field's values from those of others; undefined when the frame has none of them. */
export type ValuesCreator = (
  frame: DataFrame,
  frames: DataFrame[],
) => FieldValue[] | undefined;

/** Adds a field that is calculated from others of the same row, or of its own before. */
export const calculateField: Transform = (frames, options, context) => {
  const mode = asText(options.mode) ?? 'reduceRow';
  const data = needsOneFrame(mode, options)
    ? ensureColumns(frames, {}, context)
    : frames;
  if (mode === 'index') {
    return data.map(frame => withIndex(frame, options));
  }
  if (mode === 'binary') {
    const binary = readBinary(options.binary, data);
    return binary.left.matcher?.id === 'byType'
      ? binaryByType(data, binary, options)
      : addField(data, options, binaryValues(binary));
  }
  const creator = creatorOf(mode, options);
  return creator ? addField(data, options, creator) : data;
};

/** Series are joined by time first, unless what is added to each is a constant. */
function needsOneFrame(mode: string, options: JsonObject): boolean {
  const right = asObject(options.binary).right;
  const fixed: JsonValue | undefined =
    typeof right === 'string' ? right : asObject(right).fixed;
  const isFixed =
    mode === 'binary' && fixed !== undefined && !Number.isNaN(Number(fixed));
  return options.timeSeries !== false && !isFixed;
}

function creatorOf(
  mode: string,
  options: JsonObject,
): ValuesCreator | undefined {
  switch (mode) {
    case 'reduceRow':
      return calculateReduceRow(calculationOptions(options, 'reduce'));
    case 'cumulativeFunctions':
      return calculateCumulative(calculationOptions(options, 'cumulative'));
    case 'windowFunctions':
      return calculateWindow(calculationOptions(options, 'window'));
    case 'unary':
      return calculateUnary(calculationOptions(options, 'unary'));
    default:
      return undefined;
  }
}

function addField(
  frames: DataFrame[],
  options: JsonObject,
  creator: ValuesCreator,
): DataFrame[] {
  const alias = asText(options.alias);
  const replaces = options.replaceFields === true;
  return frames.flatMap(frame => {
    const values = creator(frame, frames);
    if (!values) {
      // What has nothing to show of what was asked for goes.
      return replaces ? [] : [frame];
    }
    const name = calculatedName(options, frames);
    const field = newField(
      name || `Field ${frame.fields.length + 1}`,
      'number',
      values,
      alias ? { displayName: alias } : {},
    );
    return [{ ...frame, fields: [...keptFields(frame, options), field] }];
  });
}

/** Of a frame that gets a new field: all, or the times alone. */
function keptFields(frame: DataFrame, options: JsonObject): DataField[] {
  if (options.replaceFields !== true) {
    return frame.fields;
  }
  const time = frame.fields.find(({ type }) => type === 'time');
  return time && options.timeSeries !== false ? [time] : [];
}

function withIndex(frame: DataFrame, options: JsonObject): DataFrame {
  const length = frameLength(frame);
  const isShare = asObject(options.index).asPercentile === true;
  const field = newField(
    typeof options.alias === 'string' ? options.alias : 'Row',
    'number',
    Array.from({ length }, (_, row) => (isShare ? row / length : row)),
    isShare ? { unit: 'percentunit' } : {},
  );
  return {
    ...frame,
    fields: options.replaceFields === true ? [field] : [...frame.fields, field],
  };
}
