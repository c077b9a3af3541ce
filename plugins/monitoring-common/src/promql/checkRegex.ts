import { RE2JS, RE2JSSyntaxException } from 're2js';

/** Longest regular expression of a matcher, in UTF-16 code units. */
const LONGEST_PATTERN = 1_000;

/** Plain names, any of which may be: there is nothing in them that could be wrong. */
const ALTERNATIVES = /^(?:[A-Za-z0-9_:/@-]|\\[.+*?()[\]{}^$|\\-]|\|)*$/;

/**
 * Why a regular expression cannot be used in a matcher; `undefined` when nothing is wrong with
 * it. It is read by RE2's own grammar: one that Prometheus cannot read would keep it from loading
 * every rule of the file that it stands in.
 *
 * @param options - `anyLength`: it may be as long as it likes
 */
export function checkRegex(
  pattern: string,
  options: { anyLength?: boolean } = {},
): string | undefined {
  if (options.anyLength && ALTERNATIVES.test(pattern)) {
    return undefined;
  }
  if (!options.anyLength && pattern.length > LONGEST_PATTERN) {
    return `is longer than ${LONGEST_PATTERN} characters`;
  }
  if (/\(\?[=!]|\(\?<[=!]/.test(pattern.replace(/\\./gs, ''))) {
    return 'uses look-around, which Prometheus does not know';
  }
  // Prometheus reads this form only since it is built with Go 1.22.
  if (/\(\?<[A-Za-z_]/.test(pattern.replace(/\\./gs, ''))) {
    return 'names a group, which a matcher has no use for';
  }
  try {
    RE2JS.compile(pattern);
    return undefined;
  } catch (error) {
    if (error instanceof RE2JSSyntaxException) {
      return `is none that Prometheus can read (${error.message.replace(
        /^error parsing regexp: /,
        '',
      )})`;
    }
    throw error;
  }
}
