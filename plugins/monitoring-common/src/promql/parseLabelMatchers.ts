import { LabelMatcher } from '../annotations/types';
import { checkRegex } from './checkRegex';
import { PromqlError } from './PromqlError';
import { unquoteString } from './unquoteString';

const MATCHER =
  /\s*([a-zA-Z_][a-zA-Z0-9_]*)\s*(=~|!~|!=|=)\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)\s*/y;
const MAXIMUM_MATCHERS = 20;

function describeFault(text: string, offset: number): PromqlError {
  const rest = text.slice(offset);
  const unquoted =
    /^\s*([a-zA-Z_][a-zA-Z0-9_]*)\s*(=~|!~|!=|=)\s*([^\s,"'`{}]+)/.exec(rest);
  if (unquoted) {
    const [whole, , , value] = unquoted;
    return new PromqlError(
      `The value ${value} needs double quotes`,
      offset + whole.length - value.length,
      value.length,
    );
  }
  if (/^\s*[{}]/.test(rest)) {
    return new PromqlError(
      'Label matchers are written without braces',
      offset + rest.search(/[{}]/),
    );
  }
  const [word = rest] = rest.trim().split(/[\s,]/);
  const start = offset + Math.max(rest.indexOf(word), 0);
  return new PromqlError(
    word === ''
      ? 'A label matcher is missing here'
      : `'${word}' is no label matcher`,
    Math.min(start, Math.max(text.length - 1, 0)),
    word.length,
  );
}

/**
 * Parses label matchers as PromQL writes them, without braces.
 *
 * @param text - for example `job="ingestor", env=~"prod|stage"`
 * @returns at least one matcher
 * @throws {@link PromqlError} with the place of the first fault
 * @public
 */
export function parseLabelMatchers(text: string): LabelMatcher[] {
  const matchers: LabelMatcher[] = [];
  let offset = 0;
  while (offset < text.length || matchers.length === 0) {
    MATCHER.lastIndex = offset;
    const match = MATCHER.exec(text);
    if (!match) {
      throw describeFault(text, offset);
    }
    const [whole, label, operator, literal] = match;
    const start = offset + whole.indexOf(literal);
    const value = unquoteString(literal);
    if (value === undefined) {
      throw new PromqlError(
        `${literal} has an escape that Prometheus does not know`,
        start,
        literal.length,
      );
    }
    const fault =
      operator === '=~' || operator === '!~' ? checkRegex(value) : undefined;
    if (fault) {
      throw new PromqlError(
        `The regular expression ${literal} ${fault}`,
        start,
        literal.length,
      );
    }
    matchers.push({
      label,
      operator: operator as LabelMatcher['operator'],
      value,
    });
    if (matchers.length > MAXIMUM_MATCHERS) {
      throw new PromqlError(
        `More than ${MAXIMUM_MATCHERS} label matchers`,
        start,
      );
    }
    offset += whole.length;
    if (offset < text.length) {
      if (text[offset] !== ',') {
        throw describeFault(text, offset);
      }
      offset += 1;
      if (text.slice(offset).trim() === '') {
        break;
      }
    }
  }
  return matchers;
}
