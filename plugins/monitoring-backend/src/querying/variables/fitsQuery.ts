import { VariableOption } from '@sightline/backstage-plugin-monitoring-common';

/** Characters that all values of a variable may take within a query; longer, all is `.*`. */
const LONGEST_ALL = 8_000;

/** Whether all choices of a variable can be written into a query. */
export function fitsQuery(options: VariableOption[]): boolean {
  const length = options.reduce((sum, { value }) => sum + value.length + 1, 0);
  return length <= LONGEST_ALL;
}
