import { SyntaxNode, Tree } from '@lezer/common';
import { LabelMatcher } from '../annotations/types';
import { checkRegex } from './checkRegex';
import { formatLabelMatchers } from './formatLabelMatchers';
import { matchesEmpty } from './matchesEmpty';
import { parseExpression, parseTree } from './parseExpression';
import { PromqlError } from './PromqlError';

/** A change of the text: what stands in `[from, to)` becomes `text`. */
interface Edit {
  from: number;
  to: number;
  text: string;
}

function nodesOf(tree: Tree, ...names: string[]): SyntaxNode[] {
  const nodes: SyntaxNode[] = [];
  tree.iterate({
    enter(node) {
      if (names.includes(node.name)) {
        nodes.push(node.node);
      }
    },
  });
  return nodes;
}

/**
 * A matcher that is enforced has to exclude something, and has to be one that PromQL reads.
 *
 * @throws {@link PromqlError}
 */
function checkEnforced(matcher: LabelMatcher, expression: string): void {
  const { label, operator, value } = matcher;
  const isRegex = operator.endsWith('~');
  const fault =
    (/^[a-zA-Z_][a-zA-Z0-9_]*$/.test(label) ? undefined : 'no name of it') ??
    (isRegex && checkRegex(value) ? 'no regular expression' : undefined) ??
    (/^=/.test(operator) && matchesEmpty(matcher)
      ? 'a value that series without it have'
      : undefined);
  if (fault) {
    throw new PromqlError(
      `The expression cannot be limited by the label '${label}': it has ${fault}`,
      expression,
      0,
      expression.length,
    );
  }
}

function selectorEdit(selector: SyntaxNode, enforced: string): Edit {
  const braces = selector.getChild('LabelMatchers');
  if (!braces) {
    return { from: selector.to, to: selector.to, text: `{${enforced}}` };
  }
  const at = braces.from + 1;
  const text = braces.firstChild ? `${enforced}, ` : enforced;
  return { from: at, to: at, text };
}

function applyEdits(expression: string, edits: Edit[]): string {
  let result = expression;
  for (const { from, to, text } of edits.sort((a, b) => b.from - a.from)) {
    result = result.slice(0, from) + text + result.slice(to);
  }
  return result.trim();
}

function carries(
  selector: SyntaxNode,
  expression: string,
  required: string[],
): boolean {
  const matchers =
    selector.getChild('LabelMatchers')?.getChildren('UnquotedLabelMatcher') ??
    [];
  const texts = matchers.map(({ from, to }) => expression.slice(from, to));
  return required.every(text => texts.includes(text));
}

/**
 * Whatever names a series has to belong to a selector that carries the matchers.
 *
 * @throws {@link PromqlError}
 */
function assertEnforced(
  expression: string,
  matchers: LabelMatcher[],
  expectedSelectors: number,
): void {
  const tree = parseTree(expression);
  const required = matchers.map(matcher => formatLabelMatchers([matcher]));
  const selectors = nodesOf(tree, 'VectorSelector');
  const naming = nodesOf(tree, 'Identifier', 'MetricName', 'LabelMatchers');
  if (
    selectors.length !== expectedSelectors ||
    !selectors.every(selector => carries(selector, expression, required)) ||
    !naming.every(({ parent }) => parent?.name === 'VectorSelector')
  ) {
    throw new PromqlError(
      'The expression has a selector that cannot be limited to its owner',
      expression,
      0,
      expression.length,
    );
  }
}

/**
 * ANDs label matchers into every vector selector of an expression, wherever the grammar allows
 * one. A matcher that the expression has on the same label stays: both must hold.
 *
 * The expression is parsed, never patched by patterns; comments are dropped; the result is parsed
 * again and each of its selectors is asserted to carry each matcher.
 *
 * @param expression - PromQL, variables already filled in, at most 16 KiB
 * @param matchers - what every selector has to carry; with none the expression is only checked
 * @throws {@link PromqlError} when the expression cannot be parsed whole or uses what is not
 * allowed, or when a matcher would hold for every series
 * @public
 */
export function enforceMatchers(
  expression: string,
  matchers: LabelMatcher[],
): string {
  const tree = parseExpression(expression);
  matchers.forEach(matcher => checkEnforced(matcher, expression));
  const enforced = formatLabelMatchers(matchers);
  const selectors = nodesOf(tree, 'VectorSelector');
  const comments = nodesOf(tree, 'LineComment').map(({ from, to }) => ({
    from,
    to,
    text: '',
  }));
  const result = applyEdits(expression, [
    ...comments,
    ...(enforced
      ? selectors.map(selector => selectorEdit(selector, enforced))
      : []),
  ]);
  assertEnforced(result, matchers, selectors.length);
  return result;
}
