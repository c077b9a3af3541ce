import { SyntaxNode } from '@lezer/common';
import { LabelMatcher } from '../annotations/types';
import { formatLabelMatchers } from './formatLabelMatchers';
import { parseTree } from './parseExpression';
import { PromqlError } from './PromqlError';
import { unquoteString } from './unquoteString';

/** The `label="value"` of a selector, on some labels only. */
function fixedBy(
  selector: SyntaxNode,
  expression: string,
  labels: readonly string[],
): LabelMatcher[] {
  const textOf = ({ from, to }: SyntaxNode) => expression.slice(from, to);
  const matchers =
    selector.getChild('LabelMatchers')?.getChildren('UnquotedLabelMatcher') ??
    [];
  return matchers.flatMap((matcher): LabelMatcher[] => {
    const name = matcher.getChild('LabelName');
    const literal = matcher.getChild('StringLiteral');
    const label = name && textOf(name);
    const value = literal && unquoteString(textOf(literal));
    const isEqual =
      matcher.getChild('MatchOp')?.firstChild?.name === 'EqlSingle';
    return label && labels.includes(label) && value && isEqual
      ? [{ label, operator: '=', value }]
      : [];
  });
}

/** What each selector of an expression fixes; nothing for what does not parse. */
function selectorsOf(
  expression: string,
  labels: readonly string[],
): LabelMatcher[][] {
  const selectors: LabelMatcher[][] = [];
  try {
    parseTree(expression, { anyLength: true }).iterate({
      enter({ name, node }) {
        if (name === 'VectorSelector') {
          selectors.push(fixedBy(node, expression, labels));
        }
      },
    });
  } catch (error) {
    if (error instanceof PromqlError) {
      return [[]];
    }
    throw error;
  }
  return selectors;
}

/**
 * The matchers `label="value"` that every selector of every expression carries: whatever else is
 * asked, no series without them is meant. For servers that can be told so beside the query, and
 * then hold it even where they read an expression otherwise.
 *
 * @param expressions - PromQL
 * @param labels - that are looked at
 * @returns none when a selector carries none, or an expression does not parse
 * @public
 */
export function sharedMatchers(
  expressions: string[],
  labels: readonly string[],
): LabelMatcher[] {
  if (labels.length === 0) {
    return [];
  }
  const [first = [], ...others] = expressions.flatMap(expression =>
    selectorsOf(expression, labels),
  );
  const textOf = (matcher: LabelMatcher) => formatLabelMatchers([matcher]);
  const known = new Map(first.map(matcher => [textOf(matcher), matcher]));
  return [...known]
    .filter(([text]) =>
      others.every(selector =>
        selector.some(matcher => textOf(matcher) === text),
      ),
    )
    .map(([, matcher]) => matcher);
}
