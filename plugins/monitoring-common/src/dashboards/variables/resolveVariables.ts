import { DashboardVariable } from '../types';
import { ALL_VALUES } from './interpolateVariables';

/**
 * The value of each of a dashboard's variables.
 *
 * @param given - values that the user or the entity sets; they win over what was chosen when
 * the dashboard was saved
 * @param interval - stands for the choice "auto" of interval variables: `30s`
 * @public
 */
export function resolveVariables(
  definitions: DashboardVariable[],
  given: Record<string, string | string[]>,
  interval: string = '1m',
): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = { ...given };
  for (const definition of definitions) {
    const value = given[definition.name] ?? ownValue(definition);
    if (value !== undefined) {
      values[definition.name] = isAutoInterval(value) ? interval : value;
    }
  }
  return values;
}

function ownValue(
  definition: DashboardVariable,
): string | string[] | undefined {
  const { current, options, type, query, includeAll } = definition;
  if (type === 'constant' || type === 'textbox') {
    return isEmpty(current) ? query : current;
  }
  if (!isEmpty(current)) {
    return current;
  }
  return options[0]?.value ?? (includeAll ? ALL_VALUES : undefined);
}

function isEmpty(value: string | string[]): boolean {
  return value.length === 0;
}

function isAutoInterval(value: string | string[]): boolean {
  return typeof value === 'string' && value.startsWith('$__auto');
}
