import {
  LabelMatcher,
  parseDashboard,
} from '@sightline/backstage-plugin-monitoring-common';
import { entityVariables, VariableValues } from './entityVariables';

/** Values that the entity's selector gives to the variables of a dashboard's JSON. */
export function dashboardVariables(
  model: unknown,
  selector: LabelMatcher[],
): VariableValues {
  const { variables } = parseDashboard(model);
  return entityVariables(
    variables.map(({ name }) => name),
    selector,
  );
}
