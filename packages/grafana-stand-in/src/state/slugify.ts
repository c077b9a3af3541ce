import { createHash } from 'node:crypto';

const MAX_LENGTH = 50;
const WORDS: Record<string, string> = {
  '&': 'and',
  '@': 'at',
  ß: 'ss',
  ü: 'ue',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
};
/** Characters of which nothing is left but the end of a word. */
const OMITTED = new Set(' ,"\'\n\r\0?.()-_[]/\\!{}%');

function plain(character: string): string | undefined {
  if (/[a-z0-9]/.test(character)) {
    return character;
  }
  const letter = character.normalize('NFKD')[0];
  return WORDS[character] ?? (/[a-z]/.test(letter) ? letter : undefined);
}

/**
 * The slug in a Grafana URL: transliterated, lower case, words joined by dashes; what has no
 * letters is spelled in hexadecimal bytes, and what gets too long is a hash.
 */
export function slugify(title: unknown): string {
  let slug = '';
  let isBetweenWords = false;
  for (const character of String(title ?? '')
    .trim()
    .toLowerCase()) {
    const letters = plain(character);
    if (!letters && OMITTED.has(character)) {
      isBetweenWords = true;
    } else {
      const hex = Buffer.from(character, 'utf8').toString('hex');
      slug += `${isBetweenWords ? '-' : ''}${letters ?? hex}`;
      isBetweenWords = !letters;
    }
  }
  slug = slug.replace(/^-+|-+$/g, '');
  return slug === '' || slug.length > MAX_LENGTH
    ? createHash('sha1').update(slug).digest('hex').slice(0, 7)
    : slug;
}
