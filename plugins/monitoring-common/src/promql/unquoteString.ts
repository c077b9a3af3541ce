const SIMPLE: Record<string, string> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
};

const ESCAPE =
  /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})|(.))/gs;

/** The character that an escape stands for; `undefined` when PromQL does not know it. */
function unescape(groups: (string | undefined)[], quote: string) {
  const [hex, short, long, octal, simple] = groups;
  if (simple !== undefined) {
    return simple === quote ? quote : SIMPLE[simple];
  }
  const byte = hex ?? octal;
  if (byte !== undefined) {
    const code = parseInt(byte, hex ? 16 : 8);
    // From 0x80 on it is one byte of a UTF-8 sequence, which nobody writes by hand.
    return code < 0x80 ? String.fromCharCode(code) : undefined;
  }
  const point = parseInt((short ?? long)!, 16);
  const isSurrogate = point >= 0xd800 && point <= 0xdfff;
  return point <= 0x10ffff && !isSurrogate
    ? String.fromCodePoint(point)
    : undefined;
}

/**
 * The text that a PromQL string literal stands for; `undefined` when PromQL would not read it:
 * an unknown escape, or a line break outside backticks.
 *
 * @param literal - with its quotes: `"…"`, `'…'` or a raw one in backticks
 */
export function unquoteString(literal: string): string | undefined {
  const quote = literal[0];
  const body = literal.slice(1, -1);
  if (quote === '`') {
    return body;
  }
  let valid = !body.includes('\n');
  const text = body.replace(ESCAPE, (_all, ...groups) => {
    const character = unescape(groups.slice(0, 5), quote);
    valid &&= character !== undefined;
    return character ?? '';
  });
  return valid ? text : undefined;
}
