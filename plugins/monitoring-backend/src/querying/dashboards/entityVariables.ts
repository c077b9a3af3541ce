import { LabelMatcher } from '@sightline/backstage-plugin-monitoring-common';

/** Values by variable name. */
export type VariableValues = Record<string, string | string[]>;

/** A regular expression that is a plain list of texts. */
const LIST = /^[A-Za-z0-9_:/ -]+(?:\|[A-Za-z0-9_:/ -]+)*$/;

/**
 * Values that the entity's selector gives to variables named as its labels: `service="ingestor"`
 * presets `$service`.
 *
 * @param names - of the dashboard's variables
 */
export function entityVariables(
  names: string[],
  selector: LabelMatcher[],
): VariableValues {
  const values: VariableValues = {};
  for (const { label, operator, value } of selector) {
    if (!names.includes(label)) {
      continue;
    }
    if (operator === '=') {
      values[label] = value;
    } else if (operator === '=~' && LIST.test(value)) {
      values[label] = value.split('|');
    }
  }
  return values;
}
