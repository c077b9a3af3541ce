import { FieldValue } from '../frames/DataFrame';
import { compilePattern } from '../patterns/compilePattern';
import { MappingResult, ValueMapping } from '../types';

/**
 * What a dashboard's value mappings make of a value.
 *
 * @returns undefined when none of them is about the value
 * @public
 */
export function mapValue(
  value: FieldValue | undefined,
  mappings: ValueMapping[],
): MappingResult | undefined {
  for (const mapping of mappings) {
    const result = applyMapping(value, mapping);
    if (result) {
      return result;
    }
  }
  return undefined;
}

function applyMapping(
  value: FieldValue | undefined,
  mapping: ValueMapping,
): MappingResult | undefined {
  switch (mapping.type) {
    case 'value': {
      const key = String(value);
      return value !== null &&
        value !== undefined &&
        Object.hasOwn(mapping.options, key)
        ? mapping.options[key]
        : undefined;
    }
    case 'range': {
      // As JavaScript's parseFloat reads it: `12 apples` are 12.
      const number = Number.parseFloat(String(value));
      const isInside =
        number >= (mapping.from ?? -Infinity) &&
        number <= (mapping.to ?? Infinity);
      return isInside ? mapping.result : undefined;
    }
    case 'regex':
      return typeof value === 'string'
        ? applyRegex(value, mapping.pattern, mapping.result)
        : undefined;
    default:
      return isSpecial(value, mapping.match) ? mapping.result : undefined;
  }
}

function applyRegex(
  value: string,
  pattern: string,
  result: MappingResult,
): MappingResult | undefined {
  const regex = compilePattern(pattern);
  return regex?.test(value)
    ? {
        ...result,
        text:
          result.text === undefined
            ? undefined
            : regex.replace(value, result.text),
      }
    : undefined;
}

function isSpecial(
  value: FieldValue | undefined,
  match: 'null' | 'nan' | 'null+nan' | 'true' | 'false' | 'empty',
): boolean {
  const isNull = value === null || value === undefined;
  const isNan = Number.isNaN(value);
  switch (match) {
    case 'null':
      return isNull;
    case 'nan':
      return isNan;
    case 'null+nan':
      return isNull || isNan;
    case 'true':
      return value === true || value === 'true';
    case 'false':
      return value === false || value === 'false';
    default:
      return value === '';
  }
}
