import { InputError } from '@backstage/errors';
import {
  builtInVariables,
  DashboardVariable,
  enforceMatchers,
  LabelMatcher,
  parseLabelValuesQuery,
} from '@sightline/backstage-plugin-monitoring-common';
import { VariableValues } from '../dashboards/entityVariables';
import { fillExpression } from '../panels/fillExpression';
import { TimeRange } from '../range';

const MINUTE = 60_000;
/** A value that was there in the last hours can be chosen, too; looking further back is slow. */
const LONGEST_LOOK_BACK = 360 * MINUTE;
/** What Prometheus looks back for any series. */
const SHORTEST_LOOK_BACK = 5 * MINUTE;

/** What {@link labelValuesExpression} fills into a query. */
export interface LabelValuesOptions {
  definitions: DashboardVariable[];
  values: VariableValues;
  free: string[];
  range: TimeRange;
  /** The operator's matchers, carried by every selector. */
  scope: LabelMatcher[];
}

/**
 * PromQL with one series for each value of a label, from a variable's query.
 *
 * @throws `InputError` for a query of another form than `label_values(series, label)`, and for a
 * value that would change the query
 * @throws `PromqlError` when it cannot be parsed
 */
export function labelValuesExpression(
  query: string,
  options: LabelValuesOptions,
): { expression: string; label: string } {
  const { definitions, values, free, range, scope } = options;
  const parsed = parseLabelValuesQuery(query);
  if (!parsed) {
    throw new InputError(
      'Only variables of the form label_values(series, label) are read here',
    );
  }
  const minutes = Math.ceil(
    Math.min(
      LONGEST_LOOK_BACK,
      Math.max(SHORTEST_LOOK_BACK, range.to - range.from),
    ) / MINUTE,
  );
  const series = fillExpression(parsed.series, {
    definitions,
    values,
    free,
    builtIns: builtInVariables({
      ...range,
      stepSeconds: 60,
      rateIntervalSeconds: 240,
    }),
  });
  return {
    label: parsed.label,
    expression: enforceMatchers(
      `count by (${parsed.label}) (last_over_time(${series}[${minutes}m]))`,
      scope,
    ),
  };
}
