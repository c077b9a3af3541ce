import { PromqlError } from './PromqlError';

/** Longest expression, in UTF-8 bytes. */
const MAXIMUM_BYTES = 16 * 1024;
// A carriage return ends a comment for Prometheus and not for this parser: what follows it would
// be a selector that nobody sees. The others hide text from people.
const CONTROL_CHARACTER =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/;
/** With the flag `u` this finds only surrogates without their partner. */
const LONE_SURROGATE = /[\ud800-\udfff]/u;

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

/**
 * Refuses an expression by its characters, before it is parsed.
 *
 * @param options - `anyLength`: whoever made it is trusted with its length
 * @throws {@link PromqlError}
 */
export function checkText(
  expression: string,
  options: { anyLength?: boolean } = {},
): void {
  if (
    !options.anyLength &&
    (expression.length > MAXIMUM_BYTES ||
      utf8Length(expression) > MAXIMUM_BYTES)
  ) {
    throw new PromqlError(
      `The expression is longer than ${MAXIMUM_BYTES / 1024} KiB`,
      expression,
      0,
      expression.length,
    );
  }
  const control = expression.search(CONTROL_CHARACTER);
  if (control >= 0) {
    throw new PromqlError(
      'The expression has a control character other than a line break or a tab',
      expression,
      control,
    );
  }
  const surrogate = expression.search(LONE_SURROGATE);
  if (surrogate >= 0) {
    throw new PromqlError(
      'The expression has half of a character (an unpaired surrogate)',
      expression,
      surrogate,
    );
  }
  if (expression.trim() === '') {
    throw new PromqlError('The expression is empty', expression);
  }
}
