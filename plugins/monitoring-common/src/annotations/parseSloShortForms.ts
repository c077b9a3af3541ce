import { parseDuration } from '../durations/parseDuration';
import { parseSloWindow } from '../durations/parseSloWindow';
import { MONITORING_ANNOTATION_SLOS } from './constants';
import { complementOfShare, isProperShare, percentToShare } from './decimals';
import { Place, ProblemList } from './ProblemList';
import { readList } from './readList';
import { Parsed, SloShortForm, SloWindow } from './types';

const TYPES = ['availability', 'latency', 'uptime', 'errors'] as const;
const NAME = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const SLI = /^[a-z0-9-]+:[a-z0-9-]+$/;
const OPEN_SLO = /^[ \t]*(?:-[ \t]*)?(?:apiVersion|kind|version)[ \t]*:/m;

/** Why an SLO is left out: a message and the word that it is about. */
class Fault extends Error {
  constructor(message: string, readonly place: Place) {
    super(message);
  }
}

/** Reads the words of one short form, from left to right. */
class Words {
  #next = 0;

  constructor(readonly whole: Place, readonly words: Place[]) {}

  take(): Place | undefined {
    const word = this.words[this.#next];
    this.#next += word ? 1 : 0;
    return word;
  }

  expect(what: string): Place {
    const word = this.take();
    if (!word) {
      throw new Fault(`${what} is missing at the end`, this.whole);
    }
    return word;
  }

  expectLess(): void {
    const word = this.expect(`'<'`);
    if (word.text !== '<') {
      throw new Fault(`'<' is expected instead of '${word.text}'`, word);
    }
  }
}

function wordsOf(place: Place): Words {
  const words = [...place.text.matchAll(/<|[^\s<]+/g)].map(match => ({
    text: match[0],
    offset: place.offset + (match.index ?? 0),
  }));
  return new Words(place, words);
}

function parsePercent(word: Place): string {
  if (/^\d+,\d+%?$/.test(word.text)) {
    throw new Fault(
      `'${word.text}' has a comma; write it with a point: ${word.text.replace(
        ',',
        '.',
      )}`,
      word,
    );
  }
  const match = /^(\d{1,3}(?:\.\d{1,6})?)(%?)$/.exec(word.text);
  if (!match) {
    throw new Fault(
      `'${word.text}' is no percentage such as 99.9%, with at most six decimals`,
      word,
    );
  }
  if (match[2] === '') {
    throw new Fault(`'${word.text}' needs a percent sign: ${word.text}%`, word);
  }
  const share = percentToShare(match[1]);
  if (!isProperShare(share)) {
    throw new Fault(
      `An objective of ${word.text} leaves no error budget to work with; it must lie between 0% and 100%`,
      word,
    );
  }
  return share;
}

function parseQuantileOrPercent(word: Place): string {
  const quantile = /^p(\d{1,2}(?:\.\d{1,4})?)$/.exec(word.text);
  return parsePercent(quantile ? { ...word, text: `${quantile[1]}%` } : word);
}

function parseThreshold(words: Words): number {
  words.expectLess();
  const word = words.expect('A duration such as 500ms');
  const seconds = parseDuration(word.text);
  if (seconds === undefined) {
    throw new Fault(`'${word.text}' is no duration such as 500ms or 2s`, word);
  }
  return seconds;
}

function parseTarget(
  type: SloShortForm['type'],
  words: Words,
): Pick<SloShortForm, 'objective' | 'thresholdSeconds'> {
  if (type === 'latency') {
    const objective = parseQuantileOrPercent(
      words.expect('A quantile such as p95'),
    );
    return { objective, thresholdSeconds: parseThreshold(words) };
  }
  if (type === 'errors') {
    words.expectLess();
    return {
      objective: complementOfShare(
        parsePercent(words.expect('A percentage such as 0.1%')),
      ),
    };
  }
  return {
    objective: parsePercent(words.expect('A percentage such as 99.9%')),
  };
}

function parseRest(
  words: Words,
  defaultWindow: SloWindow,
): Pick<SloShortForm, 'window' | 'name' | 'sli'> {
  let window: SloWindow | undefined;
  let name: string | undefined;
  let sli: string | undefined;
  for (let word = words.take(); word; word = words.take()) {
    const option = /^(name|sli)=(.*)$/.exec(word.text);
    if (option?.[1] === 'name') {
      if (!NAME.test(option[2])) {
        throw new Fault(
          `'${option[2]}' is no name: use lower-case letters, digits and '-', at most 63`,
          word,
        );
      }
      name = option[2];
    } else if (option) {
      if (!SLI.test(option[2])) {
        throw new Fault(
          `'${option[2]}' is no SLI such as http:availability`,
          word,
        );
      }
      sli = option[2];
    } else if (window) {
      throw new Fault(`'${word.text}' is not understood here`, word);
    } else {
      window = parseSloWindow(word.text);
      if (!window) {
        throw new Fault(
          `'${word.text}' is no window: write 7d, 28d, 30d, 90d (1h to 90d), month or quarter`,
          word,
        );
      }
    }
  }
  return {
    window: window ?? defaultWindow,
    ...(name ? { name } : {}),
    ...(sli ? { sli } : {}),
  };
}

function parseShortForm(place: Place, defaultWindow: SloWindow): SloShortForm {
  const words = wordsOf(place);
  const first = words.expect('A kind of SLO');
  const type = TYPES.find(known => known === first.text);
  if (!type) {
    throw new Fault(
      `'${first.text}' is no kind of SLO; there are ${TYPES.join(', ')}`,
      first,
    );
  }
  return {
    type,
    ...parseTarget(type, words),
    ...parseRest(words, defaultWindow),
  };
}

/**
 * Parses `monitoring/slos`: short forms separated by semicolons or line breaks. A faulty one is
 * left out and the others are used.
 */
export function parseSloShortForms(
  value: string,
  defaultWindow: SloWindow,
): Parsed<SloShortForm[]> {
  const problems = new ProblemList(MONITORING_ANNOTATION_SLOS, value);
  const slos: SloShortForm[] = [];
  if (OPEN_SLO.test(value)) {
    problems.warn(
      'OpenSLO documents are not understood by this version, so nothing of the value is used. Short forms work',
    );
    return { value: slos, problems: problems.problems };
  }
  const places = readList(value, problems, {
    separators: ';\n',
    maximum: 20,
    things: 'SLOs',
  });
  for (const place of places) {
    try {
      slos.push(parseShortForm(place, defaultWindow));
    } catch (error) {
      if (!(error instanceof Fault)) {
        throw error;
      }
      problems.error(
        `${error.message}. This SLO is left out, the others are used`,
        error.place,
      );
    }
  }
  return { value: slos, problems: problems.problems };
}
