import { SyntaxNode } from '@lezer/common';
import { LabelMatcher } from '../../annotations/types';
import { formatLabelMatchers } from '../../promql/formatLabelMatchers';
import { parseExpression } from '../../promql/parseExpression';
import { unquoteString } from '../../promql/unquoteString';
import { AdhocFilter } from '../types';
import { matcherOfFilter } from './adhocFilters';

/** A change of the text: what stands in `[from, to)` becomes `text`. */
interface Edit {
  from: number;
  to: number;
  text: string;
}

/** What can stand between braces. */
const MATCHERS = [
  'UnquotedLabelMatcher',
  'QuotedLabelMatcher',
  'QuotedLabelName',
];

/**
 * Adds filters of people to every selector of an expression. A matcher that the author wrote on
 * the same label and value takes the filter's operator, as in Grafana; all others stay.
 *
 * @param expression - PromQL, variables already filled in
 * @throws `PromqlError` when the expression cannot be parsed whole, before and after
 * @public
 */
export function applyAdhocFilters(
  expression: string,
  filters: AdhocFilter[],
): string {
  if (filters.length === 0) {
    return expression;
  }
  const matchers = filters.map(matcherOfFilter);
  const edits: Edit[] = [];
  parseExpression(expression).iterate({
    enter({ name, node }) {
      if (name === 'VectorSelector') {
        edits.push(...editsOf(node, expression, matchers));
      }
      return name !== 'VectorSelector';
    },
  });
  const filtered = edits
    .sort((a, b) => b.from - a.from)
    .reduce(
      (text, { from, to, text: next }) =>
        text.slice(0, from) + next + text.slice(to),
      expression,
    );
  parseExpression(filtered);
  return filtered;
}

function editsOf(
  selector: SyntaxNode,
  expression: string,
  matchers: LabelMatcher[],
): Edit[] {
  const braces = selector.getChild('LabelMatchers');
  const written = braces?.getChildren('UnquotedLabelMatcher') ?? [];
  const edits = new Map<number, Edit>();
  const added: LabelMatcher[] = [];
  for (const matcher of matchers) {
    const same = written.find(node => isSame(node, expression, matcher));
    if (same) {
      edits.set(same.from, {
        from: same.from,
        to: same.to,
        text: formatLabelMatchers([matcher]),
      });
    } else {
      added.push(matcher);
    }
  }
  const text = formatLabelMatchers(added);
  if (!text) {
    return [...edits.values()];
  }
  if (!braces) {
    return [{ from: selector.to, to: selector.to, text: `{${text}}` }];
  }
  const last = MATCHERS.flatMap(name => braces.getChildren(name)).sort(
    (a, b) => b.to - a.to,
  )[0];
  const at = last ? last.to : braces.from + 1;
  return [
    ...edits.values(),
    { from: at, to: at, text: last ? `, ${text}` : text },
  ];
}

function isSame(
  node: SyntaxNode,
  expression: string,
  { label, value }: LabelMatcher,
): boolean {
  const textOf = (name: string) => {
    const child = node.getChild(name);
    return child ? expression.slice(child.from, child.to) : '';
  };
  return (
    textOf('LabelName') === label &&
    unquoteString(textOf('StringLiteral')) === value
  );
}
