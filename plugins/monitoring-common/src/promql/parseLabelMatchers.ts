import { LabelMatcher } from '../annotations/types';
import { checkRegex } from './checkRegex';
import { unquoteString } from './unquoteString';

const MATCHER =
  /\s*([a-zA-Z_][a-zA-Z0-9_]*)\s*(=~|!~|!=|=)\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)\s*/sy;
const UNQUOTED = /^\s*[a-zA-Z_][a-zA-Z0-9_]*\s*(?:=~|!~|!=|=)\s*([^\s,"'`{}]+)/;
const MAXIMUM_MATCHERS = 20;
/** Longest text, in UTF-16 code units. */
const LONGEST_TEXT = 4_000;

/**
 * Label matchers as far as they could be read.
 *
 * @public
 */
export interface ParsedLabelMatchers {
  /** Those in front of the fault, or all. */
  matchers: LabelMatcher[];
  /** The first fault; absent when there is none. */
  error?: {
    message: string;
    /** In UTF-16 code units from the start of the text. */
    offset: number;
    /** At least 1. */
    length: number;
  };
}

type Fault = NonNullable<ParsedLabelMatchers['error']>;

function describeFault(text: string, offset: number): Fault {
  const rest = text.slice(offset);
  const value = UNQUOTED.exec(rest)?.[1];
  if (value) {
    return {
      message: `The value ${value} needs double quotes`,
      offset: offset + rest.indexOf(value, rest.search(/[=~]/)),
      length: value.length,
    };
  }
  const brace = /^\s*[{}]/.exec(rest)?.[0].length;
  if (brace) {
    return {
      message: 'Label matchers are written without braces',
      offset: offset + brace - 1,
      length: 1,
    };
  }
  const start = rest.search(/[^\s,]/);
  if (start < 0) {
    return {
      message: 'A label matcher is missing here',
      offset: Math.min(offset, Math.max(text.length - 1, 0)),
      length: 1,
    };
  }
  const [word] = rest.slice(start).split(/[\s,]/, 1);
  return {
    message: /["'`]/.test(word)
      ? `'${word}' is no label matcher: it has a quote that is not closed, or lacks a comma before it`
      : `'${word}' is no label matcher such as job="ingestor"`,
    offset: offset + start,
    length: word.length,
  };
}

function readLiteral(
  literal: string,
  operator: string,
): { value: string; fault?: string } {
  const value = unquoteString(literal);
  if (value === undefined) {
    return {
      value: '',
      fault: `${literal} has an escape or a line break that Prometheus does not know`,
    };
  }
  const fault = operator.endsWith('~') ? checkRegex(value) : undefined;
  return {
    value,
    ...(fault
      ? { fault: `The regular expression ${literal.slice(0, 80)} ${fault}` }
      : {}),
  };
}

/**
 * Reads label matchers as PromQL writes them, without braces. Total: what cannot be read is told,
 * with its place. No text at all is a fault, because it would select every series.
 *
 * @param text - for example `job="ingestor", env=~"prod|stage"`
 * @public
 */
export function parseLabelMatchers(text: string): ParsedLabelMatchers {
  const matchers: LabelMatcher[] = [];
  const stop = (message: string, offset: number, length: number) => ({
    matchers,
    error: { message, offset, length },
  });
  if (text.length > LONGEST_TEXT) {
    return stop(`It is longer than ${LONGEST_TEXT} characters`, 0, text.length);
  }
  let offset = 0;
  do {
    MATCHER.lastIndex = offset;
    const match = MATCHER.exec(text);
    if (!match) {
      return { matchers, error: describeFault(text, offset) };
    }
    const [whole, label, operator, literal] = match;
    const start = offset + whole.indexOf(literal);
    const { value, fault } = readLiteral(literal, operator);
    if (fault) {
      return stop(fault, start, literal.length);
    }
    if (matchers.length === MAXIMUM_MATCHERS) {
      return stop(
        `There are more than ${MAXIMUM_MATCHERS} label matchers`,
        offset,
        whole.length,
      );
    }
    matchers.push({
      label,
      operator: operator as LabelMatcher['operator'],
      value,
    });
    offset += whole.length;
    if (offset < text.length && text[offset] !== ',') {
      return { matchers, error: describeFault(text, offset) };
    }
    offset += 1;
  } while (text.slice(offset).trim() !== '');
  return { matchers };
}
