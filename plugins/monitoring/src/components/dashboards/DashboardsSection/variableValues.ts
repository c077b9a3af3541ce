import {
  ALL_VALUES,
  DashboardVariable,
  resolveVariables,
  VariableValues,
} from '@sightline/backstage-plugin-monitoring-common';
import { UrlChanges } from '../../../hooks/useUrlState';

export { ALL_VALUES };

const PREFIX = 'var-';

/**
 * The values of a dashboard's variables: what the entity's selector says cannot be changed,
 * then what the address says, then what was saved with the dashboard.
 */
export function variableValues(
  definitions: DashboardVariable[],
  preset: VariableValues,
  params: URLSearchParams,
): VariableValues {
  const chosen: VariableValues = {};
  for (const { name, multi } of definitions) {
    const values = params.getAll(`${PREFIX}${name}`).map(fromAddress);
    if (values.length > 0) {
      chosen[name] = multi ? values : values[values.length - 1];
    }
  }
  return resolveVariables(definitions, { ...chosen, ...preset });
}

/** Links of Grafana write "all" in either way. */
function fromAddress(value: string): string {
  return value === 'All' ? ALL_VALUES : value;
}

/** The change of the address that sets a variable, under Grafana's name. */
export function variableChange(
  name: string,
  value: string | string[],
): UrlChanges {
  return { [`${PREFIX}${name}`]: value };
}

/**
 * What a choice among several values comes to: all is never together with others, and nothing
 * means all where there is all.
 */
export function choiceOf(
  { includeAll }: Pick<DashboardVariable, 'includeAll'>,
  before: string[],
  next: string[],
): string[] {
  if (next.length === 0) {
    return includeAll ? [ALL_VALUES] : before;
  }
  const isAllNew = next.includes(ALL_VALUES) && !before.includes(ALL_VALUES);
  return isAllNew ? [ALL_VALUES] : next.filter(one => one !== ALL_VALUES);
}
