import { SyntaxNodeRef, Tree } from '@lezer/common';
import { parser } from '@prometheus-io/lezer-promql';
import { ALLOWED_FUNCTIONS } from './allowedFunctions';
import { checkRegex } from './checkRegex';
import { checkText } from './checkText';
import { PromqlError } from './PromqlError';
import { unquoteString } from './unquoteString';

/** Levels of the syntax tree; a hundred operands in a row take a hundred. */
const DEEPEST = 200;

/** What is allowed to expressions that nobody but Sightline wrote. */
export interface ParseOptions {
  /** Texts and regular expressions may be as long as they like. */
  anyLength?: boolean;
}

function checkString(
  node: SyntaxNodeRef,
  expression: string,
  options: ParseOptions,
): void {
  const { from, to } = node;
  const literal = expression.slice(from, to);
  // Lezer takes a text that is not closed for a whole one when nothing follows it.
  const isClosed = literal.length > 1 && literal.endsWith(literal[0]);
  const value = isClosed ? unquoteString(literal) : undefined;
  const isPattern = node.node.prevSibling?.firstChild?.name.endsWith('Regex');
  const fault =
    value === undefined
      ? 'is not closed or has an escape that Prometheus does not know'
      : isPattern && checkRegex(value, options);
  if (fault) {
    throw new PromqlError(
      `${isPattern ? 'The regular expression' : 'The text'} ${literal.slice(
        0,
        80,
      )} ${fault}`,
      expression,
      from,
      to - from,
    );
  }
}

function checkNode(
  node: SyntaxNodeRef,
  expression: string,
  options: ParseOptions,
): void {
  const { name, from, to } = node;
  if (node.type.isError) {
    const rest = expression.slice(from, from + 20);
    throw new PromqlError(
      rest.trim() === ''
        ? 'The expression ends too early'
        : `The expression does not parse at '${rest}'`,
      expression,
      Math.max(Math.min(from, expression.length - 1), 0),
      to - from,
    );
  }
  if (name === 'StringLiteral') {
    checkString(node, expression, options);
  }
  if (name === 'FunctionIdentifier') {
    const called = expression.slice(from, to);
    if (!ALLOWED_FUNCTIONS.has(called)) {
      throw new PromqlError(
        `The function ${called} is not allowed`,
        expression,
        from,
        to - from,
      );
    }
  }
}

function tooDeep(expression: string, offset: number): PromqlError {
  return new PromqlError(
    'The expression is nested too deeply',
    expression,
    offset,
  );
}

function parseSafely(expression: string): Tree {
  try {
    return parser.parse(expression);
  } catch (error) {
    // Lezer builds its tree by recursion: thousands of parentheses exhaust the stack.
    if (error instanceof RangeError) {
      throw tooDeep(expression, 0);
    }
    throw error;
  }
}

/**
 * Parses an expression, however long it is. Lezer recovers from what it cannot read; here that is
 * an error, because whatever follows it may be read otherwise by a server.
 *
 * @throws {@link PromqlError}
 */
export function parseTree(
  expression: string,
  options: ParseOptions = {},
): Tree {
  const tree = parseSafely(expression);
  let depth = 0;
  tree.iterate({
    enter(node) {
      depth += 1;
      if (depth > DEEPEST) {
        throw tooDeep(expression, node.from);
      }
      checkNode(node, expression, options);
    },
    leave() {
      depth -= 1;
    },
  });
  return tree;
}

/**
 * Parses an expression and refuses what Sightline would not send to a server: text that does not
 * parse, control characters, functions off the list, and what is too long or too deep.
 *
 * @throws {@link PromqlError}
 */
export function parseExpression(expression: string): Tree {
  checkText(expression);
  return parseTree(expression);
}
