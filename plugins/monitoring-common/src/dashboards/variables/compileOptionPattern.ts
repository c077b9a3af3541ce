import { RE2JS } from 're2js';
import { PatternCost, patternCost } from '../patterns/patternCost';

/** Where a pattern matched. */
export interface OptionMatch {
  text: string;
  /** The first group; undefined when the pattern has none or it did not take part. */
  first?: string;
  named: Record<string, string | undefined>;
}

/** A regular expression whose cost is bounded, whoever wrote it. */
export interface OptionPattern {
  hasGroups: boolean;
  /** All matches, or the first one only when the pattern does not ask for all. */
  matches(text: string): OptionMatch[];
}

/** Characters of a pattern that people still write. */
const LONGEST_PATTERN = 2_000;
/** Characters of a text that a pattern with look-arounds is tried on. */
const LONGEST_TEXT = 300;
/** Repetitions without an end in such a pattern: each multiplies the cost by the text's length. */
const MOST_REPETITIONS = 2;
/** What such a pattern chooses besides may double the cost so often. */
const MOST_CHOICES = 10;
/** Steps that such a pattern may take over its whole life. */
const MOST_STEPS = 300_000_000;
/** What a pattern of RE2's may take over its life: characters of texts times its own. */
const MOST_WORK = 50_000_000;
/** Matches of one text; more are none that people look for. */
const MOST_MATCHES = 1_000;
const TOO_MANY = 'it takes too long for that many values';

/**
 * A regular expression as dashboards write it: `/^CPU (.*)/i`, or without slashes, then of the
 * whole text.
 *
 * @remarks
 * It is read by RE2's grammar, in which none takes long. One that needs what RE2 lacks (look-ahead
 * as in `/^(?!go_)/`, back-references) is run by JavaScript's engine only if it is so plain that it
 * cannot take long either.
 *
 * @throws an `Error` that says for people why the pattern is not used
 */
export function compileOptionPattern(pattern: string): OptionPattern {
  if (pattern.length > LONGEST_PATTERN) {
    throw new Error(
      `it is longer than ${LONGEST_PATTERN.toLocaleString('en')} characters`,
    );
  }
  const [, body = `^${pattern}$`, flags = ''] =
    /^\/(.*)\/([a-z]*)$/s.exec(pattern) ?? [];
  return safePattern(body, flags) ?? plainPattern(body, flags);
}

function safePattern(body: string, flags: string): OptionPattern | undefined {
  let compiled: RE2JS;
  try {
    compiled = RE2JS.compile(
      body,
      (flags.includes('i') ? RE2JS.CASE_INSENSITIVE : 0) |
        (flags.includes('m') ? RE2JS.MULTILINE : 0) |
        (flags.includes('s') ? RE2JS.DOTALL : 0),
    );
  } catch {
    return undefined;
  }
  const names = Object.keys(compiled.namedGroups());
  const hasGroups = compiled.groupCount() > 0;
  let work = 0;
  return {
    hasGroups,
    matches(text) {
      const found: OptionMatch[] = [];
      const matcher = compiled.matcher(text);
      while (found.length < MOST_MATCHES) {
        work += text.length * body.length;
        if (work > MOST_WORK) {
          throw new Error(TOO_MANY);
        }
        if (!matcher.find()) {
          break;
        }
        const matched = matcher.group() ?? '';
        found.push({
          text: matched,
          first: hasGroups ? matcher.group(1) ?? undefined : undefined,
          named: Object.fromEntries(
            names.map(name => [name, matcher.group(name) ?? undefined]),
          ),
        });
        if (!flags.includes('g') || matched === '') {
          break;
        }
      }
      return found;
    },
  };
}

function plainPattern(body: string, flags: string): OptionPattern {
  let compiled: RegExp;
  try {
    compiled = new RegExp(body, flags);
  } catch {
    throw new Error('it is no regular expression');
  }
  const cost = patternCost(body);
  if (!cost || !isPlain(body, cost)) {
    throw new Error(
      'it looks ahead or back and repeats so much that it could take too long',
    );
  }
  let steps = 0;
  // An alternative that is empty always matches, and tells how many groups there are.
  const hasGroups = (new RegExp(`${body}|`).exec('')?.length ?? 0) > 1;
  return {
    hasGroups,
    matches(text) {
      const read = text.slice(0, LONGEST_TEXT);
      steps += stepsOn(read, cost);
      if (steps > MOST_STEPS) {
        throw new Error(TOO_MANY);
      }
      const found: OptionMatch[] = [];
      compiled.lastIndex = 0;
      let match = compiled.exec(read);
      while (match && found.length < MOST_MATCHES) {
        found.push({
          text: match[0],
          first: match[1],
          named: { ...match.groups },
        });
        match = compiled.global && match[0] !== '' ? compiled.exec(read) : null;
      }
      return found;
    },
  };
}

/** Whether few things are repeated or chosen, and what was read is not asked for again. */
function isPlain(body: string, { repetitions, choices }: PatternCost): boolean {
  return (
    repetitions <= MOST_REPETITIONS &&
    choices <= MOST_CHOICES &&
    !/\\[1-9k]/.test(body)
  );
}

/** At most: the repetitions share the text from each of its places on. */
function stepsOn(
  { length }: string,
  { repetitions, choices }: PatternCost,
): number {
  return (length ** (repetitions + 1) / [1, 2, 6][repetitions]) * 2 ** choices;
}
