import { SyntaxNode } from '@lezer/common';
import { unquoteString } from './unquoteString';

/** Plain texts, any of which may be. */
const ALTERNATIVES = /^[A-Za-z0-9_:/-]+(?:\|[A-Za-z0-9_:/-]+)*$/;

/**
 * Whether a selector says which series it means: it names a metric, or fixes a label to a text or
 * to one of several.
 *
 * @param selector - a node `VectorSelector`
 * @param besides - labels that do not count
 */
export function fixesSeries(
  selector: SyntaxNode,
  expression: string,
  besides: readonly string[],
): boolean {
  if (selector.getChild('Identifier')) {
    return true;
  }
  const braces = selector.getChild('LabelMatchers');
  if (!braces) {
    return false;
  }
  if (braces.getChild('QuotedLabelName')) {
    return true;
  }
  const textOf = ({ from, to }: SyntaxNode) => expression.slice(from, to);
  return [
    ...braces.getChildren('UnquotedLabelMatcher'),
    ...braces.getChildren('QuotedLabelMatcher'),
  ].some(matcher => {
    const plain = matcher.getChild('LabelName');
    const quoted = matcher.getChild('QuotedLabelName');
    const literal = matcher.getChild('StringLiteral');
    const label = plain
      ? textOf(plain)
      : quoted && unquoteString(textOf(quoted));
    const value = literal ? unquoteString(textOf(literal)) : undefined;
    if (!label || !value || besides.includes(label)) {
      return false;
    }
    const operator = matcher.getChild('MatchOp')?.firstChild?.name;
    return (
      operator === 'EqlSingle' ||
      (operator === 'EqlRegex' && ALTERNATIVES.test(value))
    );
  });
}
