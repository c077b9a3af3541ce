import { InputError } from '@backstage/errors';
import {
  RuleGroup,
  validatePromql,
} from '@sightline/backstage-plugin-monitoring-common';

/** @throws `InputError` for the first expression that does not parse: one bad file stops them all */
export function checkRuleGroups(groups: RuleGroup[]): void {
  for (const group of groups) {
    for (const rule of group.rules) {
      // Shared rules name all their services.
      const fault = validatePromql(rule.expr, { anyLength: true });
      if (fault) {
        throw new InputError(
          `The rule '${
            'alert' in rule ? rule.alert : rule.record
          }' is not valid PromQL, so the file was not written: ${
            fault.message
          }`,
        );
      }
    }
  }
}
