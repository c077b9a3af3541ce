import { parseExpression } from './parseExpression';

/**
 * Whether an expression is one selector of series and nothing more: no function, no range, no
 * offset.
 *
 * @throws `PromqlError` when it cannot be parsed
 * @public
 */
export function isSelector(expression: string): boolean {
  const { topNode } = parseExpression(expression);
  const parts: string[] = [];
  for (let node = topNode.firstChild; node; node = node.nextSibling) {
    if (node.name !== 'LineComment') {
      parts.push(node.name);
    }
  }
  return parts.length === 1 && parts[0] === 'VectorSelector';
}
