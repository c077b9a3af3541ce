import { Place } from './ProblemList';

const OPENING = '({';
const CLOSING = ')}';

/**
 * Splits at a separator outside quotes, braces and parentheses, trims, and leaves out empty
 * parts. A quote that is not closed reaches to the end.
 *
 * @param place - the text, and where it starts in the annotation
 * @param separators - characters that separate
 */
export function splitQuoted(place: Place, separators: string): Place[] {
  const { text: value, offset } = place;
  const places: Place[] = [];
  let quote: string | undefined;
  let depth = 0;
  let from = 0;
  const endPart = (end: number) => {
    const part = value.slice(from, end);
    const text = part.trim();
    if (text !== '') {
      places.push({ text, offset: offset + from + part.indexOf(text) });
    }
    from = end + 1;
  };
  for (let index = 0; index < value.length; index += 1) {
    const character = value[index];
    if (quote) {
      if (character === '\\' && quote !== '`') {
        index += 1;
      } else if (character === quote) {
        quote = undefined;
      }
    } else if (`"'\``.includes(character)) {
      quote = character;
    } else if (OPENING.includes(character)) {
      depth += 1;
    } else if (CLOSING.includes(character)) {
      depth = Math.max(depth - 1, 0);
    } else if (depth === 0 && separators.includes(character)) {
      endPart(index);
    }
  }
  endPart(value.length);
  return places;
}
