import { JsonValue } from '@backstage/types';
import { FieldValue } from '../frames/DataFrame';
import { asObject } from '../model/json';
import { compilePattern } from '../patterns/compilePattern';

/** Tells the values that a filter is about. */
export type ValueMatcher = (value: FieldValue) => boolean;

/**
 * Tells the values that a matcher is about, by the rules of Grafana's `valueMatchers`. One that is
 * not known is about none.
 */
export function compileValueMatcher(id: string, json: unknown): ValueMatcher {
  const { value, from, to } = asObject(json);
  switch (id) {
    case 'isNull':
      return isAbsent;
    case 'isNotNull':
      return one => !isAbsent(one);
    case 'equal':
      return one => looselyEqual(one, value);
    case 'notEqual':
      return one => !looselyEqual(one, value);
    case 'greater':
      return compared((one, limit) => one > limit, value);
    case 'greaterOrEqual':
      return compared((one, limit) => one >= limit, value);
    case 'lower':
      return compared((one, limit) => one < limit, value);
    case 'lowerOrEqual':
      return compared((one, limit) => one <= limit, value);
    case 'between': {
      const isAbove = compared((one, limit) => one > limit, whole(from));
      const isBelow = compared((one, limit) => one < limit, whole(to));
      return one => isAbove(one) && isBelow(one);
    }
    case 'regex': {
      // Not of the whole text, and without slashes.
      const pattern = compilePattern(`/${String(value)}/`);
      return one => pattern?.test(String(one)) ?? false;
    }
    case 'substring':
      return one => value === '' || contains(one, value) === true;
    case 'notSubstring':
      return one => contains(one, value) === false;
    default:
      return () => false;
  }
}

function isAbsent(value: unknown): boolean {
  return value === null || value === undefined;
}

/** As `==` has it: `5` is `"5"`, and nothing is nothing alone. */
function looselyEqual(value: FieldValue, wanted: JsonValue | undefined) {
  if (isAbsent(value) || isAbsent(wanted)) {
    return isAbsent(value) && isAbsent(wanted);
  }
  return typeof value === typeof wanted
    ? value === wanted
    : Number(value) === Number(wanted);
}

function compared(
  compare: (value: number | string, limit: number | string) => boolean,
  limit: JsonValue | undefined,
): ValueMatcher {
  return value => {
    if (value === undefined || Number.isNaN(Number(value))) {
      return false;
    }
    return typeof value === 'string' && typeof limit === 'string'
      ? compare(value, limit)
      : compare(Number(value), limit === undefined ? NaN : Number(limit));
  };
}

/** Limits that are variables come as text. */
function whole(limit: JsonValue | undefined): JsonValue | undefined {
  return typeof limit === 'string' ? parseInt(limit, 10) : limit;
}

/** @returns undefined when either is no text, or an empty one */
function contains(value: FieldValue, part: unknown): boolean | undefined {
  return typeof value === 'string' && value && typeof part === 'string' && part
    ? value.toLowerCase().includes(part.toLowerCase())
    : undefined;
}
