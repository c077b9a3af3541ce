import {
  QueryVariableBuilder,
  VariableRefresh,
  VariableSort,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { DATASOURCE } from './panels/configurePanel';

/**
 * What a reader of a dashboard may narrow it to.
 *
 * @public
 */
export interface PackVariable {
  /** In expressions `$name`: `datname=~"$database"`. */
  name: string;
  label: string;
  /** A series selector with the entity's matchers: `pg_up{service="a"}`. */
  series: string;
  /** The label whose values are the choices. */
  of: string;
  /** What is chosen at first; all when absent. */
  preset?: string;
}

/** Matches every value of a label that is there. */
const ALL = '.+';

/** A variable with the values of a label: several may be chosen, all are at first. */
export function labelValuesVariable(
  variable: PackVariable,
): QueryVariableBuilder {
  const query = `label_values(${variable.series}, ${variable.of})`;
  return new QueryVariableBuilder(variable.name)
    .label(variable.label)
    .datasource(DATASOURCE)
    .query({ query, refId: variable.name })
    .definition(query)
    .refresh(VariableRefresh.OnTimeRangeChanged)
    .sort(VariableSort.AlphabeticalAsc)
    .multi(true)
    .includeAll(true)
    .allValue(ALL)
    .current(
      variable.preset
        ? { text: [variable.preset], value: [variable.preset] }
        : { text: ['All'], value: ['$__all'] },
    );
}
