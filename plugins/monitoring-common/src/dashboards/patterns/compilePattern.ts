import { patternBudget } from './patternBudget';

/** A pattern that can be run. */
export interface Pattern {
  test(text: string): boolean;
  /** Replaces as `String.replace` does, `$1` and all. */
  replace(text: string, replacement: string): string;
  /** The named groups of the first match. */
  groups(text: string): Record<string, string> | undefined;
}

/** How often a regular expression is compiled per page: once. */
const compiled = new Map<string, Pattern | undefined>();

/**
 * A regular expression as Grafana's dashboards write it: `/^CPU/i`, or without slashes, which is
 * about the whole text.
 *
 * @remarks
 * Dashboards come from anybody. An expression that can take exponential time is not run at all, and
 * none is run on a longer text than it can work through at once; both mean "does not match".
 *
 * @returns undefined when it is no regular expression, or one that could hang the page
 * @public
 */
export function compilePattern(pattern: string): Pattern | undefined {
  if (!compiled.has(pattern)) {
    if (compiled.size > 1_000) {
      compiled.clear();
    }
    compiled.set(pattern, compile(pattern));
  }
  return compiled.get(pattern);
}

function compile(pattern: string): Pattern | undefined {
  const [body, flags] = splitPattern(pattern) ?? [];
  if (body === undefined) {
    return undefined;
  }
  const budget = patternBudget(body);
  if (budget === 0) {
    return undefined;
  }
  let once: RegExp;
  let all: RegExp;
  try {
    // Without `g`, a test starts at the beginning each time.
    once = new RegExp(body, flags?.replace(/[gy]/g, ''));
    all = new RegExp(body, flags?.replace('y', ''));
  } catch {
    return undefined;
  }
  const isShort = (text: string) => text.length <= budget;
  return {
    test: text => isShort(text) && once.test(text),
    replace: (text, replacement) =>
      isShort(text) ? text.replace(all, replacement) : text,
    groups: text => {
      const groups = isShort(text) ? once.exec(text)?.groups : undefined;
      return groups && { ...groups };
    },
  };
}

function splitPattern(pattern: string): [string, string] | undefined {
  if (!pattern.startsWith('/')) {
    return [`^${pattern}$`, ''];
  }
  const end = pattern.lastIndexOf('/');
  const flags = pattern.slice(end + 1);
  return end > 0 && /^[gimsuy]*$/.test(flags)
    ? [pattern.slice(1, end), flags]
    : undefined;
}
