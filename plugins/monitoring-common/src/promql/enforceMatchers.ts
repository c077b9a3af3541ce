import { SyntaxNode, Tree } from '@lezer/common';
import { LabelMatcher } from '../annotations/types';
import { formatLabelMatchers } from './formatLabelMatchers';
import { parseExpression } from './parseExpression';
import { PromqlError } from './PromqlError';

/** A change of the text: what stands in `[from, to)` becomes `text`. */
interface Edit {
  from: number;
  to: number;
  text: string;
}

function selectorsOf(tree: Tree): SyntaxNode[] {
  const selectors: SyntaxNode[] = [];
  tree.iterate({
    enter(node) {
      if (node.name === 'VectorSelector') {
        selectors.push(node.node);
      }
    },
  });
  return selectors;
}

function commentEdits(tree: Tree): Edit[] {
  const edits: Edit[] = [];
  tree.iterate({
    enter({ name, from, to }) {
      if (name === 'LineComment') {
        edits.push({ from, to, text: '' });
      }
    },
  });
  return edits;
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

function matcherTexts(selector: SyntaxNode, expression: string): string[] {
  return (
    selector.getChild('LabelMatchers')?.getChildren('UnquotedLabelMatcher') ??
    []
  ).map(({ from, to }) => expression.slice(from, to));
}

/**
 * ANDs label matchers into every vector selector of an expression, wherever the grammar allows
 * one. A matcher that the expression has on the same label stays: both must hold.
 *
 * The expression is parsed, never patched by patterns; comments are dropped; the result is parsed
 * again and each of its selectors is asserted to carry each matcher.
 *
 * @param expression - PromQL, variables already filled in
 * @param matchers - what every selector has to carry; with none the expression is only checked
 * @throws {@link PromqlError} when the expression cannot be parsed whole or uses what is not allowed
 * @public
 */
export function enforceMatchers(
  expression: string,
  matchers: LabelMatcher[],
): string {
  const tree = parseExpression(expression);
  const enforced = formatLabelMatchers(matchers);
  const selectors = matchers.length > 0 ? selectorsOf(tree) : [];
  const edits = [
    ...commentEdits(tree),
    ...selectors.map(selector => selectorEdit(selector, enforced)),
  ].sort((a, b) => b.from - a.from);
  let result = expression;
  for (const { from, to, text } of edits) {
    result = result.slice(0, from) + text + result.slice(to);
  }
  result = result.trim();
  assertEnforced(result, matchers, selectors.length);
  return result;
}

function assertEnforced(
  expression: string,
  matchers: LabelMatcher[],
  expectedSelectors: number,
): void {
  const tree = parseExpression(expression);
  if (matchers.length === 0) {
    return;
  }
  const required = matchers.map(matcher => formatLabelMatchers([matcher]));
  const selectors = selectorsOf(tree);
  const carried = selectors.every(selector => {
    const texts = matcherTexts(selector, expression);
    return required.every(text => texts.includes(text));
  });
  if (!carried || selectors.length !== expectedSelectors) {
    throw new PromqlError(
      'The expression has a selector that cannot be limited to its owner',
      0,
      expression.length,
    );
  }
}
