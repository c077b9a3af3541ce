import {
  ALL_VALUES,
  DashboardVariable,
  isAllValues,
  isAutoInterval,
  variableText,
} from '@sightline/backstage-plugin-monitoring-common';

/** Values that are written out when there are several. */
const MOST_WRITTEN = 3;

/** What a variable has, as people read it: `a + b + c + 2 more`. */
export function shownValue(
  definition: DashboardVariable,
  value: string | string[],
  texts: { all: string; none: string; more: (count: number) => string },
): string {
  if (isAllValues(value)) {
    return texts.all;
  }
  const values = [value].flat().filter(one => one !== '');
  const written = values
    .slice(0, MOST_WRITTEN)
    .map(one => optionText(definition, one, texts.all));
  const rest = values.length - written.length;
  return (
    [...written, ...(rest > 0 ? [texts.more(rest)] : [])].join(' + ') ||
    texts.none
  );
}

/** What people read for one value. */
export function optionText(
  definition: DashboardVariable,
  value: string,
  all: string,
): string {
  if (value === ALL_VALUES) {
    return all;
  }
  return definition.type === 'interval' && isAutoInterval(value)
    ? 'auto'
    : variableText(value, definition);
}
