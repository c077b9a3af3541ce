import {
  ALL_VALUES,
  DashboardVariable,
  isAllValues,
  VariableOption,
  VariableValues,
} from '@sightline/backstage-plugin-monitoring-common';
import { UrlChanges } from '../../../hooks/useUrlState';

export { ALL_VALUES };

const PREFIX = 'var-';

/** Types whose value is the author's alone. */
const FIXED = new Set(['constant', 'datasource', 'groupby']);

/**
 * The values of a dashboard's variables that the page's address sets, under Grafana's names.
 */
export function givenValues(
  definitions: DashboardVariable[],
  params: URLSearchParams,
): VariableValues {
  const given: VariableValues = {};
  for (const { name, type, multi, includeAll, skipUrlSync } of definitions) {
    const values = params.getAll(`${PREFIX}${name}`);
    if (values.length === 0 || FIXED.has(type) || skipUrlSync) {
      continue;
    }
    if (type === 'adhoc') {
      given[name] = values.filter(value => value !== '');
      continue;
    }
    // Links of Grafana write "all" in either way.
    const read = values.map(value =>
      includeAll && value === 'All' ? ALL_VALUES : value,
    );
    given[name] = multi ? read : read[read.length - 1];
  }
  return given;
}

/**
 * The change of the address that sets a variable, under Grafana's name. No filter at all is an
 * empty text: absent, the dashboard's own would count.
 *
 * @param value - undefined leaves the choice to the dashboard
 */
export function variableChange(
  name: string,
  value: string | string[] | undefined,
): UrlChanges {
  return {
    [`${PREFIX}${name}`]: Array.isArray(value) && !value.length ? [''] : value,
  };
}

/** Whether a choice, or a part of it, is none any more. */
export function isUnlisted(
  value: string | string[] | undefined,
  options: VariableOption[],
): boolean {
  return (
    value !== undefined &&
    !isAllValues(value) &&
    options.length > 0 &&
    listedOf(value, options).length < [value].flat().length
  );
}

/** What of a choice can still be chosen. */
export function listedOf(
  value: string | string[] | undefined,
  options: VariableOption[],
): string[] {
  const listed = new Set(options.map(option => option.value));
  return [value ?? []].flat().filter(one => listed.has(one));
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
