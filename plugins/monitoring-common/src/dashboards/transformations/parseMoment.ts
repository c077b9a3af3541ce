const TOKENS: Record<string, [pattern: string, part: number]> = {
  YYYY: ['(\\d{4})', 0],
  MM: ['(\\d{2})', 1],
  M: ['(\\d{1,2})', 1],
  DD: ['(\\d{2})', 2],
  D: ['(\\d{1,2})', 2],
  HH: ['(\\d{2})', 3],
  H: ['(\\d{1,2})', 3],
  mm: ['(\\d{2})', 4],
  m: ['(\\d{1,2})', 4],
  ss: ['(\\d{2})', 5],
  s: ['(\\d{1,2})', 5],
  SSS: ['(\\d{3})', 6],
};
const TOKEN = /YYYY|MM?|DD?|HH?|mm?|SSS|ss?/g;

/**
 * A moment as a text tells it, in UTC where it names no zone.
 *
 * @param format - in Moment's tokens, `X` for seconds, `x` for milliseconds; absent: as ISO 8601 has it
 * @returns Unix milliseconds; null when the text is no moment
 */
export function parseMoment(text: string, format?: string): number | null {
  const seconds = format === 'X' ? Number(text) * 1_000 : NaN;
  const milliseconds = format === 'x' ? Number(text) : NaN;
  const found = [
    seconds,
    milliseconds,
    parseByFormat(text, format),
    parseIso(text),
  ].find(Number.isFinite);
  return found ?? null;
}

function parseIso(text: string): number {
  const hasZone = /(?:Z|[+-]\d{2}:?\d{2})$/.test(text.trim());
  const hasTime = /\d:\d/.test(text);
  return Date.parse(hasTime && !hasZone ? `${text.trim()}Z` : text);
}

function parseByFormat(text: string, format: string | undefined): number {
  if (!format || format.length > 100) {
    return NaN;
  }
  const places: number[] = [];
  const pattern = format
    .split(TOKEN)
    .map(between => between.replace(/[\\^$*+?.()|[\]{}/]/g, '\\$&'));
  const tokens = format.match(TOKEN) ?? [];
  const body = tokens.reduce((before, token, index) => {
    const [group, place] = TOKENS[token];
    places.push(place);
    return before + group + pattern[index + 1];
  }, pattern[0]);
  const match = new RegExp(`^${body}`).exec(text.trim());
  if (!match || tokens.length === 0) {
    return NaN;
  }
  const parts = [1970, 1, 1, 0, 0, 0, 0];
  places.forEach((place, index) => {
    parts[place] = Number(match[index + 1]);
  });
  const [year, month, ...rest] = parts;
  return Date.UTC(year, month - 1, ...rest);
}
