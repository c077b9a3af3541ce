import { Place } from './ProblemList';

/**
 * Splits at a separator outside parentheses, trims, and leaves out empty parts.
 *
 * @param value - the text
 * @param separators - characters that separate
 * @param start - where `value` starts in the annotation
 */
export function splitList(
  value: string,
  separators: string,
  start: number = 0,
): Place[] {
  const places: Place[] = [];
  let depth = 0;
  let from = 0;
  for (let index = 0; index <= value.length; index += 1) {
    const character = value[index];
    if (character === '(') {
      depth += 1;
    } else if (character === ')') {
      depth = Math.max(depth - 1, 0);
    }
    const ends =
      character === undefined ||
      (depth === 0 && separators.includes(character));
    if (ends) {
      const part = value.slice(from, index);
      const text = part.trim();
      if (text !== '') {
        places.push({ text, offset: start + from + part.indexOf(text) });
      }
      from = index + 1;
    }
  }
  return places;
}
