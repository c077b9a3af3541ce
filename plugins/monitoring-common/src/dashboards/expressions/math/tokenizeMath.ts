import { ExpressionError } from '../ExpressionError';
import { BINARY_OPERATORS } from './MathNode';

/** A word of a formula. */
export interface MathToken {
  type: 'number' | 'reference' | 'name' | 'operator' | '(' | ')' | ',';
  text: string;
}

const OPERATORS = new Set<string>([...BINARY_OPERATORS, '!']);

/** In the order in which they are tried, each from the place that was reached. */
const WORDS: [MathToken['type'] | 'space', RegExp][] = [
  ['space', /\s+/y],
  ['number', /0[xX][0-9a-fA-F]+|(?=[\d.])\d*\.?\d*(?:[eE][+-]?\d*)?/y],
  ['reference', /\$(?:[\p{L}\p{Nd}_]+|\{[\p{L}\p{Nd}_\s]+\})/uy],
  ['name', /\p{L}[\p{L}_]*/uy],
  // Signs that stand together are one: Grafana does not take `*-` apart either.
  ['operator', /[!<>=&|+\-*/%]+/y],
  ['(', /\(/y],
  [')', /\)/y],
  [',', /,/y],
];

/**
 * Takes a formula apart.
 *
 * @throws `ExpressionError` when something in it is no word of Grafana's formulas
 */
export function tokenizeMath(text: string): MathToken[] {
  const tokens: MathToken[] = [];
  for (let at = 0; at < text.length; ) {
    const [type, word] = wordAt(text, at);
    at += word.length;
    if (type === 'operator' && !OPERATORS.has(word)) {
      throw new ExpressionError(
        `'${word}' is no operator; between two of them belongs a space`,
      );
    }
    if (type !== 'space') {
      tokens.push({ type, text: word });
    }
  }
  return tokens;
}

function wordAt(
  text: string,
  at: number,
): [MathToken['type'] | 'space', string] {
  for (const [type, pattern] of WORDS) {
    pattern.lastIndex = at;
    const word = pattern.exec(text)?.[0];
    if (word) {
      return [type, word];
    }
  }
  const [character] = [...text.slice(at, at + 2)];
  throw new ExpressionError(
    character === '"'
      ? 'a text in quotes cannot be calculated with'
      : `'${character}' at place ${at + 1} cannot be read`,
  );
}
