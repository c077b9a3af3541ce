import { AdhocFilter } from '../types';
import { LabelMatcher } from '../../annotations/types';
import { formatLabelMatchers } from '../../promql/formatLabelMatchers';

/** A filter as Grafana's addresses hold it: `job|=|api`. @public */
export type AdhocFilterText = string;

const OPERATORS: readonly string[] = ['=', '!=', '=~', '!~', '=|', '!=|'];
const SEVERAL: readonly string[] = ['=|', '!=|'];
const LABEL = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** How Grafana says that a filter comes from a scope or from the dashboard. */
const ORIGIN = /\\[^\\]*\\[^\\]*\\(?:scopes|dashboards)$/i;
const REGEX_SPECIAL = /[\\$^*{}[\]+?.()|]/g;

/** Operators that Prometheus can compare by. @public */
export const ADHOC_OPERATORS = OPERATORS as readonly AdhocFilter['operator'][];

/** Whether an operator takes several values. @public */
export function takesSeveral(operator: AdhocFilter['operator']): boolean {
  return SEVERAL.includes(operator);
}

/**
 * A filter of an ad hoc variable as its text in the address, with Grafana's escapes for what
 * separates the parts.
 *
 * @public
 */
export function formatAdhocFilter(filter: AdhocFilter): AdhocFilterText {
  const { key, operator } = filter;
  return [key, operator, ...valuesOf(filter)].map(escapePart).join('|');
}

/**
 * Reads {@link formatAdhocFilter}, and what Grafana adds: labels behind commas and where a
 * filter comes from.
 *
 * @returns undefined when the text is no filter, or none that Prometheus could apply
 * @public
 */
export function parseAdhocFilter(
  text: AdhocFilterText,
): AdhocFilter | undefined {
  const [own] = text.replace(ORIGIN, '').split('#');
  const parts = own.split('|').map(part => unescapePart(part.split(',')[0]));
  const [key, operator, ...values] = parts;
  if (!LABEL.test(key) || !isOperator(operator) || values.length === 0) {
    return undefined;
  }
  return {
    key,
    operator,
    value: values[0],
    ...(takesSeveral(operator) && { values }),
  };
}

/**
 * The label matcher that a filter is. Of several values each is a plain text; one that the
 * operator takes for a regular expression is one.
 */
export function matcherOfFilter(filter: AdhocFilter): LabelMatcher {
  const { key: label, operator, value } = filter;
  switch (operator) {
    case '=|':
    case '!=|':
      return {
        label,
        operator: operator === '=|' ? '=~' : '!~',
        value: valuesOf(filter)
          .map(one => one.replace(REGEX_SPECIAL, '\\$&'))
          .join('|'),
      };
    case '=':
    case '!=':
    case '=~':
    case '!~':
      return { label, operator, value };
    default:
      // Prometheus compares no labels by size.
      return { label, operator: '=', value };
  }
}

/** What `$filters` stands for within a selector. */
export function matchersOfFilters(texts: AdhocFilterText[]): string {
  return formatLabelMatchers(
    texts.flatMap(text => {
      const filter = parseAdhocFilter(text);
      return filter ? [matcherOfFilter(filter)] : [];
    }),
  );
}

function valuesOf({ operator, value, values }: AdhocFilter): string[] {
  return takesSeveral(operator) && values?.length ? values : [value];
}

function isOperator(text: string): text is AdhocFilter['operator'] {
  return OPERATORS.includes(text);
}

function escapePart(part: string): string {
  return part
    .replace(/\|/g, '__gfp__')
    .replace(/,/g, '__gfc__')
    .replace(/#/g, '__gfh__');
}

function unescapePart(part: string): string {
  return part
    .replace(/__gfp__/g, '|')
    .replace(/__gfc__/g, ',')
    .replace(/__gfh__/g, '#');
}
