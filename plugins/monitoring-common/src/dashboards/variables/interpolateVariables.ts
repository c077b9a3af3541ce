import { DashboardVariable, ScopedVariables, VariableValues } from '../types';
import { AdhocFilterText, matchersOfFilters } from './adhocFilters';
import { ALL_TEXT, ALL_VALUES, isAllValues } from './allValues';
import { BuiltIn } from './builtInVariables';
import { formatForPrometheus } from './escapePrometheus';
import { formatVariable } from './formatVariable';
import { ownOf } from './ownOf';
import { parsePath, readValue } from './readValue';
import { partOfValue, textOfValue } from './variableText';

/**
 * `$name`, `[[name:format]]`, `${name.path["path"]:format}`. Bounded, as texts come from anybody:
 * one without an end is not read over and over.
 */
const REFERENCE =
  /\$(\w+)|\[\[(\w+?)(?::(\w+))?\]\]|\$\{(\w+)((?:\.[^.[\]:}]{1,300}|\[(?:"[^"]{0,300}"|'[^']{0,300}'|\d+)\]){0,20})(?::([^}]{1,300}))?\}/g;

/** Types whose values are names or times of Grafana itself, never label values. */
const TEXT_TYPES = new Set(['datasource', 'interval']);

/** @public */
export interface InterpolationOptions {
  /** Values by the variable's name. */
  variables: VariableValues;
  /** The dashboard's variables: they say which may have several values, and what all are. */
  definitions?: DashboardVariable[];
  /** What a repeat sets: goes before the values. */
  scoped?: ScopedVariables;
  /** See {@link builtInVariables} and {@link pageVariables}. */
  builtIns?: Record<string, BuiltIn>;
  /** Built-ins that are whole parts of an address already: no format applies to them. */
  verbatim?: Record<string, string>;
  /**
   * Format of references that name none: `prometheus` (the default, for expressions) or one
   * of Grafana's, such as `text` for titles.
   */
  defaultFormat?: string;
}

/**
 * Replaces `$name`, `${name}`, `${name.part}`, `${name:format}` and `[[name]]`; unknown names
 * stay.
 *
 * @public
 */
export function interpolateVariables(
  text: string,
  options: InterpolationOptions,
): string {
  return interpolate(text, options, []);
}

/** Names of the variables that a text refers to, each once. @public */
export function variableReferences(text: string): string[] {
  const names = [...text.matchAll(REFERENCE)].map(
    ([, plain, square, , braced]) => plain ?? square ?? braced,
  );
  return [...new Set(names)];
}

/** @param within - variables whose "all" is being written: none is written into itself */
function interpolate(
  text: string,
  options: InterpolationOptions,
  within: string[],
): string {
  return text.replace(
    REFERENCE,
    (
      reference: string,
      plain: string | undefined,
      square: string | undefined,
      squareFormat: string | undefined,
      braced: string,
      path: string | undefined,
      bracedFormat: string | undefined,
    ) => {
      const name = plain ?? square ?? braced;
      const format = squareFormat ?? bracedFormat;
      const steps = parsePath(path ?? '') ?? [];
      const written =
        ownOf(options.verbatim, name) ??
        builtIn(name, steps, format, options) ??
        (within.includes(name)
          ? undefined
          : replaceOne(name, { steps, format, within }, options));
      return written ?? reference;
    },
  );
}

function builtIn(
  name: string,
  steps: string[],
  format: string | undefined,
  { builtIns, defaultFormat }: InterpolationOptions,
): string | undefined {
  const value = ownOf(builtIns, name);
  const text = value === undefined ? undefined : readValue(value, steps);
  const used =
    format ?? (defaultFormat === 'prometheus' ? undefined : defaultFormat);
  return text !== undefined && used ? formatVariable(text, used, name) : text;
}

function replaceOne(
  name: string,
  reference: { steps: string[]; format?: string; within: string[] },
  options: InterpolationOptions,
): string | undefined {
  const { steps, format, within } = reference;
  const definition = options.definitions?.find(one => one.name === name);
  const scoped = ownOf(options.scoped, name);
  const value = scoped?.value ?? ownOf(options.variables, name);
  if (value === undefined) {
    return undefined;
  }
  const used = format ?? options.defaultFormat ?? 'prometheus';
  if (definition?.type === 'adhoc') {
    return matchersOfFilters([value].flat() as AdhocFilterText[]);
  }
  if (!scoped && isAllValues(value)) {
    const all = writeAll(definition, used);
    if (all !== undefined) {
      return all;
    }
    if (definition?.allValue) {
      return writeAllValue(definition, definition.allValue, used, text =>
        interpolate(
          text,
          // Nested ones are written as lists, as Grafana does outside of expressions.
          { ...options, defaultFormat: 'glob' },
          [...within, name],
        ),
      );
    }
  }
  const expanded =
    !scoped && isAllValues(value) ? allOptions(definition) : value;
  if (expanded === undefined) {
    return '.*';
  }
  const read = partOfValue(expanded, steps, definition, scoped);
  if (used === 'text' && steps.length === 0) {
    return textOfValue(expanded, definition, scoped);
  }
  if (used !== 'prometheus') {
    return formatVariable(read, used, name);
  }
  const isRegex = Boolean(definition?.multi || definition?.includeAll);
  return definition && TEXT_TYPES.has(definition.type)
    ? formatVariable(read, 'raw', name)
    : formatForPrometheus(read, isRegex);
}

/** Of "all", what says so and not which; undefined when all values have to be written. */
function writeAll(
  definition: DashboardVariable | undefined,
  format: string,
): string | undefined {
  if (format === 'text') {
    return ALL_TEXT;
  }
  return format === 'queryparam'
    ? formatVariable(ALL_VALUES, format, definition?.name ?? '')
    : undefined;
}

/** Written by the author, mostly as a regular expression, so not escaped. */
function writeAllValue(
  { name }: DashboardVariable,
  allValue: string,
  format: string,
  fill: (text: string) => string,
): string {
  return fill(
    format === 'percentencode'
      ? formatVariable(allValue, format, name)
      : allValue,
  );
}

function allOptions(definition?: DashboardVariable): string[] | undefined {
  const values = definition?.options
    .map(option => option.value)
    .filter(value => value !== ALL_VALUES);
  return values?.length ? values : undefined;
}
