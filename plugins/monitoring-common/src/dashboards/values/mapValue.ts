import { MappingResult, ValueMapping } from '../types';

/**
 * What a dashboard's value mappings make of a value.
 *
 * @returns undefined when none of them is about the value
 * @public
 */
export function mapValue(
  value: number | string | boolean | null | undefined,
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
  value: number | string | boolean | null | undefined,
  mapping: ValueMapping,
): MappingResult | undefined {
  switch (mapping.type) {
    case 'value':
      return value === null || value === undefined
        ? undefined
        : mapping.options[String(value)];
    case 'range': {
      const number = typeof value === 'string' ? Number(value) : value;
      const isInside =
        typeof number === 'number' &&
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
  const [, body = pattern, flags = ''] =
    /^\/(.*)\/([gimsuy]*)$/.exec(pattern) ?? [];
  let regex: RegExp;
  try {
    regex = new RegExp(body, flags);
  } catch {
    return undefined;
  }
  return regex.test(value)
    ? { ...result, text: result.text && value.replace(regex, result.text) }
    : undefined;
}

function isSpecial(
  value: number | string | boolean | null | undefined,
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
