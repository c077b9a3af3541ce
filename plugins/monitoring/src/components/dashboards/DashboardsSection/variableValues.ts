import {
  DashboardVariable,
  resolveVariables,
} from '@sightline/backstage-plugin-monitoring-common';
import { UrlChanges } from '../../../hooks/useUrlState';
import { VariableValues } from '../series';

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
    const values = params.getAll(`${PREFIX}${name}`);
    if (values.length > 0) {
      chosen[name] = multi ? values : values[values.length - 1];
    }
  }
  return resolveVariables(definitions, { ...chosen, ...preset });
}

/** The change of the address that sets a variable, under Grafana's name. */
export function variableChange(
  name: string,
  value: string | string[],
): UrlChanges {
  return { [`${PREFIX}${name}`]: value };
}
