import { ExpressionError } from '../ExpressionError';
import { BinaryOperator, MathNode } from './MathNode';
import { MATH_FUNCTIONS } from './mathFunctions';
import { MathToken, tokenizeMath } from './tokenizeMath';

/** In characters. */
const LONGEST = 5_000;

/** Brackets within brackets. */
const DEEPEST = 100;

/** From what binds least to what binds most; all of them from left to right. */
const LEVELS: string[][] = [
  ['||'],
  ['&&'],
  ['==', '!=', '>', '>=', '<', '<='],
  ['+', '-'],
  ['*', '/', '%'],
  ['**'],
];

class MathParser {
  readonly #tokens: MathToken[];
  #at = 0;
  #depth = 0;

  constructor(tokens: MathToken[]) {
    this.#tokens = tokens;
  }

  parse(): MathNode {
    const node = this.#binary(0);
    if (this.#peek()) {
      throw this.#unexpected();
    }
    return node;
  }

  #binary(level: number): MathNode {
    if (level === LEVELS.length) {
      return this.#operand();
    }
    let left = this.#binary(level + 1);
    for (
      let token = this.#peek();
      token?.type === 'operator' && LEVELS[level].includes(token.text);
      token = this.#peek()
    ) {
      this.#at += 1;
      left = {
        type: 'binary',
        operator: token.text as BinaryOperator,
        left,
        right: this.#binary(level + 1),
      };
    }
    return left;
  }

  #operand(): MathNode {
    const token = this.#peek();
    if (!token) {
      throw new ExpressionError('the formula ends too early');
    }
    switch (token.type) {
      case 'number':
        this.#at += 1;
        return { type: 'constant', value: numberOf(token.text) };
      case 'reference':
        this.#at += 1;
        return {
          type: 'reference',
          refId: token.text.replace(/^\$\{?|\}$/g, ''),
        };
      case 'name':
        return this.#call(token.text);
      case '(': {
        this.#at += 1;
        const node = this.#within(() => this.#binary(0));
        this.#expect(')');
        return node;
      }
      case 'operator':
        if (token.text === '!' || token.text === '-') {
          const { text } = token;
          this.#at += 1;
          return {
            type: 'unary',
            operator: text as '!' | '-',
            argument: this.#within(() => this.#operand()),
          };
        }
        throw this.#unexpected();
      default:
        throw this.#unexpected();
    }
  }

  #call(name: string): MathNode {
    const definition = MATH_FUNCTIONS.get(name);
    if (!definition) {
      throw new ExpressionError(`there is no function '${name}'`);
    }
    this.#at += 1;
    this.#expect('(');
    const given: MathNode[] = [];
    while (this.#peek() && this.#peek()?.type !== ')') {
      given.push(this.#within(() => this.#binary(0)));
    }
    this.#expect(')');
    if (given.length !== definition.arguments) {
      throw new ExpressionError(
        definition.arguments === 0
          ? `${name}() takes nothing between its brackets`
          : `${name}() takes one value between its brackets`,
      );
    }
    return { type: 'call', name, arguments: given };
  }

  #within(read: () => MathNode): MathNode {
    this.#depth += 1;
    if (this.#depth > DEEPEST) {
      throw new ExpressionError(
        `the formula is more than ${DEEPEST} brackets deep`,
      );
    }
    const node = read();
    this.#depth -= 1;
    return node;
  }

  #peek(): MathToken | undefined {
    return this.#tokens[this.#at];
  }

  #expect(type: MathToken['type']): void {
    if (this.#peek()?.type !== type) {
      throw this.#peek()
        ? this.#unexpected()
        : new ExpressionError(`'${type}' is missing at the end`);
    }
    this.#at += 1;
  }

  #unexpected(): ExpressionError {
    return new ExpressionError(
      `'${this.#peek()?.text}' does not belong where it stands`,
    );
  }
}

/**
 * Reads a formula of Grafana's math expressions.
 *
 * @throws `ExpressionError` that says what cannot be read
 */
export function parseMath(text: string): MathNode {
  if (text.length > LONGEST) {
    throw new ExpressionError(
      `the formula has more than ${LONGEST} characters`,
    );
  }
  return new MathParser(tokenizeMath(text)).parse();
}

/** The queries and expressions that a formula calculates with, each once. */
export function referencesOfMath(node: MathNode): string[] {
  const found = new Set<string>();
  const open = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    switch (next.type) {
      case 'reference':
        found.add(next.refId);
        break;
      case 'unary':
        open.push(next.argument);
        break;
      case 'binary':
        open.push(next.right, next.left);
        break;
      case 'call':
        open.push(...[...next.arguments].reverse());
        break;
      default:
    }
  }
  return [...found];
}

/** A leading zero makes whole numbers octal, as in Go, in which Grafana reads them. */
function numberOf(text: string): number {
  const value = /^0[0-7]+$/.test(text) ? parseInt(text, 8) : Number(text);
  if (Number.isNaN(value)) {
    throw new ExpressionError(`'${text}' is no number`);
  }
  return value;
}
