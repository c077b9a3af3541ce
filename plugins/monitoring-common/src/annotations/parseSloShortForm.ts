import { CALENDAR_UNITS, parseSloWindow } from '../durations/parseSloWindow';
import { parseDuration } from '../durations/parseDuration';
import { MONITORING_ANNOTATION_SLOS } from './constants';
import { complementOfShare, isProperShare, percentToShare } from './decimals';
import { faultySloName } from './faultySloName';
import { nearestWord } from './nearestWord';
import { Place, ProblemList } from './ProblemList';
import { Fault, Words, wordsOf } from './shortFormWords';
import { SLO_TYPES } from './sloTypes';
import { InvalidSlo } from '../openslo/SloDefinition';
import { AnnotationProblem, SloShortForm, SloWindow } from './types';

/**
 * Options of {@link parseSloShortForm}.
 *
 * @public
 */
export interface SloShortFormOptions {
  /** Window of an SLO that names none. Default 30 days. */
  defaultWindow?: SloWindow;
  /** Zone of calendar windows that name none, an IANA name. Default UTC. */
  timeZone?: string;
}

/** 30 days in seconds. */
const MONTH = 2_592_000;

const NAME = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const SLI = /^[a-z0-9-]+:[a-z0-9-]+$/;
const OPTIONS = ['name', 'sli', 'min'] as const;

/** Who writes a share means per cent: `0.999` is 99.9%. */
function asPercent(text: string): string {
  const share = Number(text);
  return share > 0 && share < 1
    ? `${Number((share * 100).toFixed(6))}%`
    : `${text}%`;
}

/** A question has its own mark. */
function endSentence(text: string): string {
  return text.endsWith('?') ? text : `${text}.`;
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
    throw new Fault(
      `'${word.text}' needs a percent sign: ${asPercent(word.text)}`,
      word,
    );
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
  if (word.text.startsWith('=')) {
    throw new Fault(`'<=' is written '<' here: latency p95 < 500ms`, word);
  }
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

/** `; did you mean 'month'?` where a word is near to one that is known. */
function hint(word: string, known: readonly string[]): string {
  const near = nearestWord(word, known);
  return near ? `; did you mean '${near}'?` : '';
}

function parseName(text: string, word: Place): string {
  if (!NAME.test(text)) {
    throw new Fault(
      `'${text}' is no name: use lower-case letters, digits and '-', at most 63`,
      word,
    );
  }
  return text;
}

function parseSli(text: string, word: Place): string {
  if (!SLI.test(text)) {
    throw new Fault(`'${text}' is no SLI such as http:availability`, word);
  }
  return text;
}

function parseMinimum(text: string, word: Place): number {
  if (!/^\d{1,9}$/.test(text)) {
    throw new Fault(`'${text}' is no number of events such as min=100`, word);
  }
  return Number(text);
}

function parseWindow(word: Place, timeZone: string): SloWindow {
  const window = parseSloWindow(word.text, timeZone);
  if (window) {
    return window;
  }
  const [unit, zone] = word.text.split('@');
  if (zone !== undefined && parseSloWindow(unit)?.type === 'calendar') {
    throw new Fault(
      `'${zone}' is no time zone: write an IANA name, ${unit}@Europe/Berlin`,
      word,
    );
  }
  throw new Fault(
    `'${
      word.text
    }' is no window: write 7d, 28d, 30d, 90d (1h to 90d), or day, week, month, quarter, year, also with a time zone: month@Europe/Berlin${hint(
      unit,
      CALENDAR_UNITS,
    )}`,
    word,
  );
}

type Rest = Pick<SloShortForm, 'window' | 'name' | 'sli' | 'minimumEvents'>;

function parseRest(
  words: Words,
  { defaultWindow, timeZone }: Required<SloShortFormOptions>,
): Rest {
  const rest: Partial<Rest> = {};
  for (let word = words.take(); word; word = words.take()) {
    const [, option, text = ''] = /^([^=]+)=(.*)$/.exec(word.text) ?? [];
    if (option === 'name') {
      rest.name = parseName(text, word);
    } else if (option === 'sli') {
      rest.sli = parseSli(text, word);
    } else if (option === 'min') {
      rest.minimumEvents = parseMinimum(text, word);
    } else if (option !== undefined) {
      throw new Fault(
        `'${option}' is no option; there are name=, sli= and min=${hint(
          option,
          OPTIONS,
        )}`,
        word,
      );
    } else if (rest.window) {
      throw new Fault(`'${word.text}' is not understood here`, word);
    } else {
      rest.window = parseWindow(word, timeZone);
    }
  }
  return { ...rest, window: rest.window ?? defaultWindow };
}

function parseWords(
  place: Place,
  options: Required<SloShortFormOptions>,
): SloShortForm {
  const words = wordsOf(place);
  const first = words.expect('A kind of SLO');
  const type = SLO_TYPES.find(known => known === first.text);
  if (!type) {
    throw new Fault(
      `'${first.text}' is no kind of SLO; there are ${SLO_TYPES.join(
        ', ',
      )}${hint(first.text, SLO_TYPES)}`,
      first,
    );
  }
  return {
    type,
    ...parseTarget(type, words),
    ...parseRest(words, options),
  };
}

/**
 * Reads one short form at its place in an annotation; a faulty one is a problem.
 *
 * @param place - without surrounding white space
 */
export function readSloShortForm(
  place: Place,
  problems: ProblemList,
  options: SloShortFormOptions,
): { value: SloShortForm } | { invalid: InvalidSlo } {
  const { defaultWindow, timeZone = 'UTC' } = options;
  try {
    const value = parseWords(place, {
      defaultWindow: defaultWindow ?? { type: 'rolling', duration: MONTH },
      timeZone,
    });
    return { value };
  } catch (error) {
    if (!(error instanceof Fault)) {
      throw error;
    }
    problems.error(
      `${endSentence(
        error.message,
      )} This SLO is left out, the others are used; rules that it had stay until it is mended`,
      error.place,
    );
    const name = faultySloName(place.text);
    return { invalid: { name, message: error.message } };
  }
}

/**
 * Reads one SLO in short form: `availability 99.9% 30d name=uploads min=100`. Never throws.
 *
 * @returns without a value when it is faulty; the problem says where
 * @public
 */
export function parseSloShortForm(
  text: string,
  options: SloShortFormOptions = {},
): { value?: SloShortForm; problems: AnnotationProblem[] } {
  const problems = new ProblemList(MONITORING_ANNOTATION_SLOS, text);
  const trimmed = text.trim();
  const read = readSloShortForm(
    { text: trimmed, offset: text.indexOf(trimmed) },
    problems,
    options,
  );
  return {
    ...('value' in read ? read : {}),
    problems: problems.problems,
  };
}
