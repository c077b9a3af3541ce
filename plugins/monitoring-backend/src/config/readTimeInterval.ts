import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { MONTHS } from './months';
import { readTimeZone } from './readTimeZone';
import { TimeInterval } from './types';

const WEEKDAYS = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
];
const KEYS = [
  'times',
  'weekdays',
  'days_of_month',
  'months',
  'years',
  'location',
];

/** One list of an interval: how one end of a range is understood. */
interface Field {
  key: 'weekdays' | 'days_of_month' | 'months' | 'years';
  /** A number to compare by; undefined when it is not understood. */
  read(text: string): number | undefined;
  expected: string;
}

function wholeNumber(from: number, to: number) {
  return (text: string) => {
    const number = /^-?\d+$/.test(text) ? Number(text) : NaN;
    return number >= from && number <= to ? number : undefined;
  };
}

function oneOf(names: string[]) {
  return (text: string) => {
    const index = names.indexOf(text.toLowerCase());
    return index < 0 ? undefined : index + 1;
  };
}

function dayOfMonth(text: string): number | undefined {
  const day = wholeNumber(-31, 31)(text);
  return day === 0 ? undefined : day;
}

const FIELDS: Field[] = [
  {
    key: 'weekdays',
    read: oneOf(WEEKDAYS),
    expected: `days such as 'monday' or 'monday:friday'; the week begins on sunday`,
  },
  {
    key: 'days_of_month',
    read: dayOfMonth,
    expected: `days such as '1:7', or '-1' for the last one`,
  },
  {
    key: 'months',
    read: text => oneOf(MONTHS)(text) ?? wholeNumber(1, 12)(text),
    expected: `months such as 'december' or '6:8'`,
  },
  {
    key: 'years',
    read: wholeNumber(1, 9999),
    expected: `years such as '2027' or '2027:2028'`,
  },
];

/** Whether a text is one end, or two in their order and both counted from the same side. */
function isRange(text: string, read: Field['read']): boolean {
  const ends = text.split(':').map(end => read(end.trim()));
  const [first, last = first] = ends;
  return (
    ends.length <= 2 &&
    first !== undefined &&
    last !== undefined &&
    first <= last &&
    !(first < 0 && last > 0)
  );
}

function readRanges(
  interval: Config,
  { key, read, expected }: Field,
  path: string,
): string[] | undefined {
  const list = interval.getOptional(key);
  if (list === undefined) {
    return undefined;
  }
  // `days_of_month: [1]` and `years: [2027]` are numbers in YAML.
  const texts = Array.isArray(list) ? list.map(String) : [];
  const wrong = texts.find(text => !isRange(text, read));
  if (texts.length === 0 || wrong !== undefined) {
    throw new InputError(
      `${path}.${key} ${
        wrong === undefined ? 'lists nothing' : `holds '${wrong}'`
      }; expected ${expected}`,
    );
  }
  return texts;
}

/** In minutes; `24:00` is the end of a day. */
function minutesOf(text: string): number | undefined {
  const [, hours, minutes] =
    /^([01]\d|2[0-3]):([0-5]\d)$|^(?:24:00)$/.exec(text) ?? [];
  if (text === '24:00') {
    return 24 * 60;
  }
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}

function readTimes(interval: Config, path: string): TimeInterval['times'] {
  return interval.getOptionalConfigArray('times')?.map((time, index) => {
    const start_time = time.getString('start_time');
    const end_time = time.getString('end_time');
    const from = minutesOf(start_time);
    const to = minutesOf(end_time);
    if (from === undefined || to === undefined || from >= to) {
      throw new InputError(
        `${path}.times[${index}] is '${start_time}' to '${end_time}'; expected HH:MM in quotes, the end behind the start and at most '24:00'; a night needs two: '22:00' to '24:00' and '00:00' to '06:00'`,
      );
    }
    return { start_time, end_time };
  });
}

/**
 * Reads a span of time in the form that Alertmanager and Grafana share.
 *
 * @throws `InputError` that names the key and what was expected: Alertmanager does not start with a
 *   span that it does not understand
 */
export function readTimeInterval(interval: Config, path: string): TimeInterval {
  const unknown = interval.keys().find(key => !KEYS.includes(key));
  if (
    unknown !== undefined ||
    !interval.keys().some(key => key !== 'location')
  ) {
    throw new InputError(
      `${path} ${
        unknown === undefined ? 'is always' : `has '${unknown}'`
      }; expected at least one of ${KEYS.slice(0, -1).join(
        ', ',
      )}, and location`,
    );
  }
  const times = readTimes(interval, path);
  const ranges = FIELDS.map(
    field => [field.key, readRanges(interval, field, path)] as const,
  );
  const location = readTimeZone(interval, 'location', path);
  return {
    ...(times ? { times } : {}),
    ...Object.fromEntries(ranges.filter(([, texts]) => texts)),
    ...(location ? { location } : {}),
  };
}
