const LETTERS: Record<string, string> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  Ä: 'ae',
  Ö: 'oe',
  Ü: 'ue',
  ß: 'ss',
  '&': 'and',
};

/** The slug in a Grafana URL: transliterated, lower case, words joined by dashes. */
export function slugify(title: string): string {
  return title
    .replace(/[äöüÄÖÜß&]/g, letter => LETTERS[letter])
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
