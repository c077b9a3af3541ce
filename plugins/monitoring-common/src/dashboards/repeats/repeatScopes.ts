import { ScopedVariables } from '../types';
import { RepeatBudget } from './RepeatBudget';
import { RepeatValues } from './RepeatValues';

/** What the repeats around something set. */
export interface RepeatScope {
  /** Tells the copies of one thing apart; stays the same while the values do. */
  suffix: string;
  /** Absent outside of repeats. */
  variables?: ScopedVariables;
}

/**
 * A scope for each value of the variable that something is repeated by, as far as the budget
 * goes; the scope itself when there is nothing to repeat by.
 *
 * @param panels - that each copy has
 */
export function repeatScopes(
  name: string | undefined,
  scope: RepeatScope,
  panels: number,
  values: RepeatValues,
  budget: RepeatBudget,
): RepeatScope[] {
  if (name === undefined || isSet(scope, name)) {
    return [scope];
  }
  const options = values.repeated(name);
  return options.length
    ? budget.take(options, panels).map(option => ({
        suffix: `${scope.suffix}/${name}=${option.value}`,
        variables: { ...scope.variables, [name]: option },
      }))
    : [scope];
}

/** What a repeat around it sets is one value, by which nothing is repeated again. */
function isSet({ variables }: RepeatScope, name: string): boolean {
  return variables !== undefined && Object.hasOwn(variables, name);
}
