import { InputError } from '@backstage/errors';
import {
  AdhocFilter,
  applyAdhocFilters,
  DashboardVariable,
  interpolateVariables,
  sameOutsideStrings,
} from '@sightline/backstage-plugin-monitoring-common';
import { VariableValues } from '../dashboards/entityVariables';

/** What cannot be more than one word of a query, wherever it stands. */
const PLAIN = /^[A-Za-z0-9_:.]*$/;

/** What a variable's value is replaced with to see what it does to a query. */
const PLACEHOLDER = 'x';

/** Values of all variables, and which of them do not stand in the dashboard. */
export interface FillOptions {
  definitions: DashboardVariable[];
  values: VariableValues;
  free: string[];
  builtIns: Record<string, string>;
  /** Matchers that every selector carries; the viewer's, beside the operator's. */
  filters?: AdhocFilter[];
}

/**
 * Fills variables into an expression by Grafana's rules. A value that is not the dashboard's own
 * may only become a text within quotes, or a plain word: it cannot add to the query.
 *
 * @throws `InputError` when a value would be more than that
 * @throws `PromqlError` when the expression cannot be parsed
 */
export function fillExpression(
  expression: string,
  options: FillOptions,
): string {
  const { definitions, builtIns } = options;
  const fill = (variables: VariableValues) =>
    interpolateVariables(expression, { variables, definitions, builtIns });
  const filled = fill(options.values);
  const suspects = options.free.filter(
    name => ![options.values[name]].flat().every(value => PLAIN.test(value)),
  );
  if (suspects.length > 0) {
    const harmless = fill({
      ...options.values,
      ...Object.fromEntries(suspects.map(name => [name, PLACEHOLDER])),
    });
    if (filled !== harmless && !isSame(filled, harmless)) {
      throw new InputError(
        `a value of ${suspects
          .map(name => `$${name}`)
          .join(', ')} would change the query instead of filling it in`,
      );
    }
  }
  return applyAdhocFilters(filled, options.filters ?? []);
}

/** A filled expression that no longer parses was changed, too. */
function isSame(filled: string, harmless: string): boolean {
  try {
    return sameOutsideStrings(filled, harmless);
  } catch {
    return false;
  }
}
