import { JsonValue } from '@backstage/types';
import { asObject, asObjects, asText, asTexts } from '../model/json';
import { compilePattern } from '../patterns/compilePattern';
import { DataField, DataFrame } from './DataFrame';
import { fieldDisplayName } from './fieldDisplayName';
import { reduceField } from '../values/reduceField';

/** What Grafana's JSON says of the fields that something is about. @public */
export interface FieldMatcherConfig {
  id: string;
  options?: JsonValue;
}

/** Tells the fields that something is about. @public */
export type FieldMatcher = (
  field: DataField,
  frame: DataFrame,
  frames: DataFrame[],
) => boolean;

const NEVER: FieldMatcher = () => false;

/** How deep matchers may lie in each other. */
const DEEPEST = 10;

/**
 * Whether a matcher of an override or a transformation is about a field, by the rules of Grafana's
 * `fieldMatchers`. One that is not known is about none.
 *
 * @param frames - all of the panel
 * @public
 */
export function fieldMatches(
  matcher: FieldMatcherConfig,
  field: DataField,
  frame: DataFrame,
  frames: DataFrame[],
): boolean {
  return compileFieldMatcher(matcher)(field, frame, frames);
}

/**
 * {@link fieldMatches} for many fields.
 *
 * @public
 */
export function compileFieldMatcher(
  { id, options }: FieldMatcherConfig,
  depth: number = 0,
): FieldMatcher {
  switch (id) {
    case 'byName':
      return typeof options === 'string' ? byNames([options]) : NEVER;
    case 'byNames': {
      const { names, mode } = asObject(options);
      const isNamed = byNames(asTexts(names));
      return mode === 'exclude' ? (...args) => !isNamed(...args) : isNamed;
    }
    case 'byRegexp':
      return byPattern(options);
    case 'byRegexpOrNames': {
      const { pattern, names } = asObject(options);
      const matchers = [byNames(asTexts(names)), byPattern(pattern)];
      return (...args) => matchers.some(matches => matches(...args));
    }
    case 'byFrameRefID':
      return (_, frame) => frame.refId === options;
    case 'byType':
      return field => field.type === options;
    case 'byTypes': {
      const types = asTexts(options);
      return field => types.includes(field.type);
    }
    case 'numeric':
      return field => field.type === 'number';
    case 'time':
      return field => field.type === 'time';
    case 'first':
      return (field, frame) => field === frame.fields[0];
    case 'firstTimeField':
      return (field, frame) =>
        field === frame.fields.find(({ type }) => type === 'time');
    case 'byValue':
      return byValue(options);
    case 'alwaysMatch':
      return () => true;
    default:
      return depth < DEEPEST ? combined(id, options, depth + 1) : NEVER;
  }
}

/** Of the matchers that hold others. */
function combined(
  id: string,
  options: JsonValue | undefined,
  depth: number,
): FieldMatcher {
  const children = asObjects(options).map(child => compileChild(child, depth));
  switch (id) {
    case 'anyMatch':
      return (...args) => children.some(matches => matches(...args));
    case 'allMatch':
      return (...args) => children.every(matches => matches(...args));
    case 'invertMatch': {
      const matches = compileChild(asObject(options), depth);
      return (...args) => !matches(...args);
    }
    default:
      return NEVER;
  }
}

function compileChild(
  { id, options }: { [key: string]: JsonValue | undefined },
  depth: number,
): FieldMatcher {
  return compileFieldMatcher({ id: asText(id) ?? '', options }, depth);
}

/** A field is meant by its plain name, and by the one that people read. */
function byNames(list: string[]): FieldMatcher {
  const names = new Set(list);
  // Dashboards from before the source told names: "Value" means whatever holds a metric's values.
  const wantsValue = names.has('Value');
  const wantsTime = !wantsValue && (names.has('Time') || names.has('time'));
  return (field, frame, frames) =>
    names.has(field.name) ||
    names.has(fieldDisplayName(field, frame, frames)) ||
    (wantsValue &&
      Boolean(field.labels) &&
      field.labels!.__name__ === field.name) ||
    (wantsTime && field.type === 'time');
}

function byPattern(json: JsonValue | undefined): FieldMatcher {
  const pattern =
    typeof json === 'string' && json ? compilePattern(json) : undefined;
  return pattern
    ? (field, frame, frames) =>
        pattern.test(fieldDisplayName(field, frame, frames))
    : NEVER;
}

function byValue(json: JsonValue | undefined): FieldMatcher {
  const { reducer, op = 'eq', value } = asObject(json);
  const calculation = asText(reducer);
  if (!calculation) {
    return NEVER;
  }
  return field => {
    const found = reduceField(field, calculation);
    return calculation === 'allIsNull' || calculation === 'allIsZero'
      ? Boolean(found)
      : compares(found, String(op), value);
  };
}

/** As Grafana's `compareValues`: what is not there is the text `null`, and only equal to itself. */
function compares(left: unknown, operator: string, right: unknown): boolean {
  const isAbsent = (value: unknown) => value === null || value === undefined;
  const a = isAbsent(left) ? 'null' : (left as number);
  const b = isAbsent(right) ? 'null' : (right as number);
  const asEqual = isAbsent(left) || isAbsent(right);
  switch (operator) {
    case 'eq':
      return String(a) === String(b);
    case 'neq':
      return String(a) !== String(b);
    case 'gt':
      return a > b;
    case 'gte':
      return asEqual ? String(a) === String(b) : a >= b;
    case 'lt':
      return a < b;
    case 'lte':
      return asEqual ? String(a) === String(b) : a <= b;
    default:
      return false;
  }
}
