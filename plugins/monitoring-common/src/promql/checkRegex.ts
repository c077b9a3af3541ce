const MAXIMUM_LENGTH = 1_000;

/** What Perl-like engines know and RE2 refuses. */
const NOT_IN_RE2: [RegExp, string][] = [
  [/\(\?(=|!|<=|<!)/, 'look-around, which Prometheus does not know'],
  [/\\[1-9]/, 'a back-reference, which Prometheus does not know'],
  [/\(\?P=/, 'a back-reference, which Prometheus does not know'],
  [/\(\?>/, 'an atomic group, which Prometheus does not know'],
];

/**
 * Why a regular expression cannot be used in a matcher, as well as can be told without RE2 itself;
 * `undefined` when nothing is wrong with it.
 */
export function checkRegex(pattern: string): string | undefined {
  if (pattern.length > MAXIMUM_LENGTH) {
    return `is longer than ${MAXIMUM_LENGTH} characters`;
  }
  for (const [form, reason] of NOT_IN_RE2) {
    if (form.test(pattern)) {
      return `uses ${reason}`;
    }
  }
  try {
    const portable = pattern
      .replace(/\(\?[imsU]+\)/g, '')
      .replace(/\(\?[imsU]+:/g, '(?:')
      .replace(/\(\?P</g, '(?<');
    RegExp(portable);
    return undefined;
  } catch {
    return 'is not a valid regular expression';
  }
}
