const SIMPLE: Record<string, string> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  '"': '"',
  "'": "'",
};

const ESCAPE =
  /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})|(.))/gs;

/**
 * The text that a PromQL string literal stands for; `undefined` when it has an escape that
 * PromQL does not know.
 *
 * @param literal - with its quotes: `"…"`, `'…'` or a raw one in backticks
 */
export function unquoteString(literal: string): string | undefined {
  const body = literal.slice(1, -1);
  if (literal.startsWith('`')) {
    return body;
  }
  let valid = true;
  const text = body.replace(ESCAPE, (_all, hex, short, long, octal, simple) => {
    const code = hex ?? short ?? long;
    if (code !== undefined) {
      const point = parseInt(code, 16);
      valid &&= point <= 0x10ffff;
      return valid ? String.fromCodePoint(point) : '';
    }
    if (octal !== undefined) {
      return String.fromCharCode(parseInt(octal, 8));
    }
    valid &&= SIMPLE[simple] !== undefined;
    return SIMPLE[simple] ?? '';
  });
  return valid ? text : undefined;
}
