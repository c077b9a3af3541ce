import { Scalar } from 'yaml';

/** A character of a scalar's source: what it stands for, and how long it is there. */
interface Step {
  text: string;
  length: number;
}

const ESCAPE =
  /^\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(\r?\n[ \t]*)|([^]))/;

/** Escapes that stand for white space; all others stand for something to be seen. */
const SPACES = ['n', 't', 'r', ' ', 'N', '_', 'L', 'P', 'v', 'f', '\t'];

function escaped(source: string): Step {
  const [all, byte, short, long, lineBreak, letter] = ESCAPE.exec(source) ?? [
    '\\',
  ];
  const code = byte ?? short ?? long;
  if (code !== undefined) {
    return {
      text: String.fromCodePoint(Math.min(parseInt(code, 16), 0x10ffff)),
      length: all.length,
    };
  }
  if (lineBreak !== undefined) {
    return { text: '', length: all.length };
  }
  return {
    text: SPACES.includes(letter) ? ' ' : letter ?? '\\',
    length: all.length,
  };
}

function stepAt(source: string, offset: number, type: string): Step {
  const character = source[offset];
  if (type === 'QUOTE_DOUBLE' && character === '\\') {
    return escaped(source.slice(offset, offset + 80));
  }
  if (type === 'QUOTE_SINGLE' && source.startsWith("''", offset)) {
    return { text: "'", length: 2 };
  }
  return { text: character, length: 1 };
}

/** Lines of a literal block are those of its value, indented. */
function offsetInLiteral(
  text: string,
  start: number,
  value: string,
  offset: number,
): number {
  const before = value.slice(0, offset).split('\n');
  const lines = text.slice(start).split('\n');
  const first = value.split('\n').findIndex(line => line.trim() !== '');
  const indent =
    first < 0
      ? 0
      : lines[first].replace(/\r$/, '').length -
        value.split('\n')[first].length;
  const skipped = lines
    .slice(0, before.length - 1)
    .reduce((sum, line) => sum + line.length + 1, 0);
  return (
    start + skipped + Math.max(indent, 0) + before[before.length - 1].length
  );
}

/**
 * Where in a YAML text a character of a scalar's value stands. Folding changes white space only, so
 * that all other characters are counted.
 *
 * @param text - the whole text
 * @param node - a scalar of it, with its range
 * @param offset - in the value, in UTF-16 code units
 * @returns an offset in the text
 */
export function offsetInScalar(
  text: string,
  node: Scalar<string>,
  offset: number,
): number {
  const [start, end] = node.range ?? [0, 0];
  const type = node.type ?? 'PLAIN';
  const isBlock = type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED';
  let position = isBlock
    ? text.indexOf('\n', start) + 1
    : start + (type.startsWith('QUOTE') ? 1 : 0);
  if (type === 'BLOCK_LITERAL') {
    return offsetInLiteral(text, position, node.value, offset);
  }
  const isSpace = (character: string) => /^\s*$/.test(character);
  let toCome = node.value.slice(0, offset).replace(/\s/g, '').length;
  while (position < end) {
    const { text: decoded, length } = stepAt(text, position, type);
    if (!isSpace(decoded)) {
      if (toCome <= 0) {
        break;
      }
      toCome -= decoded.length;
    }
    position += length;
  }
  return Math.min(position, Math.max(end - 1, start));
}
