import { DashboardVariable, VariableOption, VariableValues } from '../types';
import { formatAdhocFilter } from './adhocFilters';
import { ALL_VALUES, isAllValues } from './allValues';
import { autoInterval, isAutoInterval } from './intervalVariable';

/** Types of which each value is a choice that is listed. */
const LISTED = new Set(['query', 'custom']);

/**
 * The value of each of a dashboard's variables.
 *
 * @param given - values that the user or the entity sets; they win over what was chosen when
 * the dashboard was saved
 * @param range - in Unix milliseconds, for what "auto" of interval variables stands for; without
 * it "auto" stays
 * @public
 */
export function resolveVariables(
  definitions: DashboardVariable[],
  given: VariableValues,
  range?: { from: number; to: number },
): VariableValues {
  // A dashboard may call a variable `__proto__`, or `constructor`.
  const values: VariableValues = Object.assign(Object.create(null), given);
  for (const definition of definitions) {
    const value = resolveVariable(
      definition,
      Object.hasOwn(given, definition.name)
        ? given[definition.name]
        : undefined,
    );
    if (value !== undefined) {
      values[definition.name] =
        range && definition.type === 'interval' && isAutoInterval(value)
          ? autoInterval(definition, range)
          : value;
    }
  }
  return values;
}

/**
 * The value of one variable: the given one, else what was chosen when the dashboard was saved as
 * far as it is still a choice, else the first choice.
 *
 * @param options - all choices, when they are known to be all
 * @public
 */
export function resolveVariable(
  definition: DashboardVariable,
  given: string | string[] | undefined,
  options: VariableOption[] | undefined = knownOptions(definition),
): string | string[] | undefined {
  if (given !== undefined) {
    return givenValue(definition, given, options);
  }
  const { current, type, query, filters } = definition;
  if (type === 'adhoc') {
    return (filters ?? []).map(formatAdhocFilter);
  }
  if (type === 'constant' || type === 'textbox') {
    return type === 'constant' || isEmpty(current) ? query : current;
  }
  if (!LISTED.has(type) || !options) {
    return isEmpty(current) ? firstOf(definition) : current;
  }
  return currentAmong(definition, options);
}

/** What was chosen, by value or by text, as far as it can be chosen now. */
function currentAmong(
  definition: DashboardVariable,
  options: VariableOption[],
): string | string[] {
  const { current, currentText, includeAll, multi } = definition;
  if (isAllValues(current) && includeAll) {
    return current;
  }
  if (options.length === 0) {
    const none = multi ? [] : '';
    return includeAll ? ALL_VALUES : none;
  }
  const found = [current].flat().flatMap((value, at) => {
    const text = [currentText ?? []].flat()[at];
    const option =
      options.find(one => one.value === value) ??
      (multi ? undefined : options.find(one => one.text === text));
    return option ? [option.value] : [];
  });
  const [first = options[0].value] = found;
  if (multi) {
    return found.length ? found : [first];
  }
  return first;
}

/** A value of the address is kept, listed or not: links outlive what they name. */
function givenValue(
  definition: DashboardVariable,
  given: string | string[],
  options: VariableOption[] | undefined,
): string | string[] {
  const { includeAll, allValue, multi, type } = definition;
  if (!LISTED.has(type)) {
    return given;
  }
  if (includeAll && allValue && !Array.isArray(given) && given === allValue) {
    return ALL_VALUES;
  }
  if (isAllValues(given) && !includeAll && options?.length) {
    return multi ? [options[0].value] : options[0].value;
  }
  if (Array.isArray(given) && given.length === 0 && options) {
    return currentAmong(definition, options);
  }
  // A text of an option stands for its value, unless it is one itself.
  const valueOf = (text: string) =>
    options?.some(({ value }) => value === text)
      ? text
      : options?.find(option => option.text === text)?.value ?? text;
  return Array.isArray(given) ? given.map(valueOf) : valueOf(given);
}

/** Lists that stand on the dashboard itself. */
function knownOptions({
  type,
  options,
}: DashboardVariable): VariableOption[] | undefined {
  return type === 'custom'
    ? options.filter(({ value }) => value !== ALL_VALUES)
    : undefined;
}

function firstOf({
  options,
  includeAll,
}: DashboardVariable): string | undefined {
  return options[0]?.value ?? (includeAll ? ALL_VALUES : undefined);
}

function isEmpty(value: string | string[]): boolean {
  return value.length === 0;
}
