import { ExpressionError } from './ExpressionError';

/** A math expression as a tree. */
export type MathNode =
  | { kind: 'number'; value: number }
  | { kind: 'variable'; refId: string }
  | { kind: 'unary'; operator: string; operand: MathNode }
  | { kind: 'binary'; operator: string; left: MathNode; right: MathNode }
  | { kind: 'call'; name: string; operand: MathNode };

/** What binds weakest comes first. */
const PRECEDENCE: string[][] = [
  ['||'],
  ['&&'],
  ['==', '!=', '<=', '>=', '<', '>'],
  ['+', '-'],
  ['*', '/', '%'],
  ['**'],
];
const TOKEN =
  /\s*(\$\{[^}]+\}|\$\w+|\d+(?:\.\d+)?(?:e[+-]?\d+)?|[a-z_]+|\|\||&&|\*\*|==|!=|<=|>=|[-+*/%<>!()])/iy;

function tokenise(text: string): string[] {
  const tokens: string[] = [];
  const end = text.trimEnd().length;
  let at = 0;
  while (at < end) {
    TOKEN.lastIndex = at;
    const [whole, token] = TOKEN.exec(text) ?? [];
    if (!whole) {
      throw new ExpressionError(
        `failed to parse expression '${text}': unexpected '${text.slice(at)}'`,
      );
    }
    tokens.push(token);
    at += whole.length;
  }
  return tokens;
}

/**
 * Reads a math expression such as `!is_nan($A) && $A > 0.05`.
 *
 * @throws {@link ExpressionError} when it is none
 */
export function parseMath(text: string): MathNode {
  const tokens = tokenise(text);
  let next = 0;

  const take = (): string => {
    const token = tokens[next++];
    if (token === undefined) {
      throw new ExpressionError(
        `failed to parse expression '${text}': unexpected end`,
      );
    }
    return token;
  };
  const expect = (wanted: string) => {
    const token = take();
    if (token !== wanted) {
      throw new ExpressionError(
        `failed to parse expression '${text}': '${token}' where '${wanted}' is due`,
      );
    }
  };

  function operand(): MathNode {
    const token = take();
    if (token === '(') {
      const inner = binary(0);
      expect(')');
      return inner;
    }
    if (token === '-' || token === '!') {
      return { kind: 'unary', operator: token, operand: operand() };
    }
    if (token.startsWith('$')) {
      return { kind: 'variable', refId: token.replace(/[${}]/g, '') };
    }
    if (/^\d/.test(token)) {
      return { kind: 'number', value: Number(token) };
    }
    expect('(');
    const inner = binary(0);
    expect(')');
    return { kind: 'call', name: token, operand: inner };
  }

  function binary(level: number): MathNode {
    if (level === PRECEDENCE.length) {
      return operand();
    }
    let left = binary(level + 1);
    while (PRECEDENCE[level].includes(tokens[next])) {
      const operator = take();
      left = { kind: 'binary', operator, left, right: binary(level + 1) };
    }
    return left;
  }

  const tree = binary(0);
  if (next < tokens.length) {
    throw new ExpressionError(
      `failed to parse expression '${text}': unexpected '${tokens[next]}'`,
    );
  }
  return tree;
}
