import { Tree } from '@lezer/common';
import { parser } from '@prometheus-io/lezer-promql';
import { ALLOWED_FUNCTIONS } from './allowedFunctions';
import { checkRegex } from './checkRegex';
import { PromqlError } from './PromqlError';
import { unquoteString } from './unquoteString';

/** Longest expression, in UTF-8 bytes. */
const MAXIMUM_BYTES = 16 * 1024;
const MAXIMUM_DEPTH = 200;
// Only line breaks and tabs: others can hide a part of the text from a reader.
const CONTROL_CHARACTER =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/;

function utf8Length(text: string): number {
  let length = 0;
  for (const character of text) {
    const point = character.codePointAt(0)!;
    if (point < 0x80) {
      length += 1;
    } else if (point < 0x800) {
      length += 2;
    } else {
      length += point < 0x10000 ? 3 : 4;
    }
  }
  return length;
}

function checkText(expression: string): void {
  if (utf8Length(expression) > MAXIMUM_BYTES) {
    throw new PromqlError(
      `The expression is longer than ${MAXIMUM_BYTES / 1024} KiB`,
      0,
      expression.length,
    );
  }
  const control = expression.search(CONTROL_CHARACTER);
  if (control >= 0) {
    throw new PromqlError(
      'The expression has a control character other than a line break or a tab',
      control,
    );
  }
  if (expression.trim() === '') {
    throw new PromqlError('The expression is empty', 0);
  }
}

function checkMatcher(text: string, from: number): void {
  const match = /(=~|!~)\s*(["'`][^]*)$/.exec(text);
  if (!match) {
    return;
  }
  const fault = checkRegex(unquoteString(match[2]) ?? '');
  if (fault) {
    throw new PromqlError(
      `The regular expression ${match[2].slice(0, 60)} ${fault}`,
      from + match.index,
      match[0].length,
    );
  }
}

/**
 * Parses an expression and refuses what Sightline would not send to a server: text that does not
 * parse, control characters, functions off the list, and what is too long or too deep.
 *
 * @throws {@link PromqlError}
 */
export function parseExpression(expression: string): Tree {
  checkText(expression);
  const tree = parser.parse(expression);
  let depth = 0;
  tree.iterate({
    enter(node) {
      depth += 1;
      const text = () => expression.slice(node.from, node.to);
      if (node.type.isError) {
        throw new PromqlError(
          `The expression does not parse at '${
            expression.slice(node.from, node.from + 20) || 'its end'
          }'`,
          node.from,
          node.to - node.from,
        );
      }
      if (depth > MAXIMUM_DEPTH) {
        throw new PromqlError('The expression is nested too deeply', node.from);
      }
      if (
        node.name === 'FunctionIdentifier' &&
        !ALLOWED_FUNCTIONS.has(text())
      ) {
        throw new PromqlError(
          `The function ${text()} is not allowed`,
          node.from,
          node.to - node.from,
        );
      }
      if (
        node.name === 'UnquotedLabelMatcher' ||
        node.name === 'QuotedLabelMatcher'
      ) {
        checkMatcher(text(), node.from);
      }
    },
    leave() {
      depth -= 1;
    },
  });
  return tree;
}
