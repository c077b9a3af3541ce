import { DashboardVariable, VariableOption } from '../types';
import { compileOptionPattern, OptionPattern } from './compileOptionPattern';
import { sortOptions } from './variableSort';

/** The choices of a variable. */
export interface FoundOptions {
  options: VariableOption[];
  /** For people: why they are not what the dashboard's author wanted. */
  problem?: string;
}

/**
 * The choices of a query variable, from the values that were found: as its regular expression
 * leaves them, without doubles, in its order.
 *
 * @remarks
 * The expression's groups `text` and `value` set what is read and what is filled in; without
 * them the first group is both. One that matches all over (`/…/g`) gives a choice for each match.
 * One that cannot be used leaves all values as they are.
 *
 * @param values - texts, or options whose value the expression is applied to
 * @param definition - `regex` with its variables filled in
 * @public
 */
export function variableOptions(
  values: (string | VariableOption)[],
  definition: Pick<DashboardVariable, 'regex' | 'sort'>,
): FoundOptions {
  const all = values.map(value =>
    typeof value === 'string' ? { text: value, value } : value,
  );
  const { options, problem } = pickOptions(all, definition.regex);
  const found = new Map<string, VariableOption>();
  for (const option of options) {
    if (!found.has(option.value)) {
      found.set(option.value, option);
    }
  }
  return {
    options: sortOptions([...found.values()], definition.sort),
    ...(problem !== undefined && { problem }),
  };
}

function pickOptions(
  all: VariableOption[],
  regex: string | undefined,
): FoundOptions {
  if (!regex) {
    return { options: all };
  }
  try {
    const pattern = compileOptionPattern(regex);
    return { options: all.flatMap(option => pick(option, pattern)) };
  } catch (error) {
    return {
      options: all,
      problem: `Its regular expression is not applied: ${
        (error as Error).message
      }`,
    };
  }
}

function pick(
  option: VariableOption,
  pattern: OptionPattern,
): VariableOption[] {
  const matches = pattern.matches(option.value);
  if (matches.length === 0) {
    return [];
  }
  const named = (name: string) =>
    matches.find(match => match.named[name])?.named[name];
  const value = named('value') ?? named('text');
  const text = named('text') ?? named('value');
  if (value !== undefined && text !== undefined) {
    return [{ text, value }];
  }
  if (!pattern.hasGroups) {
    return [option];
  }
  // A group that did not take part stands for no choice.
  return matches.flatMap(({ first }) =>
    first === undefined ? [] : [{ text: first, value: first }],
  );
}
