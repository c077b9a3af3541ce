import { SloWindow } from '../../annotations/types';
import { isTimeZone } from '../../durations/isTimeZone';
import { readShorthand, Shorthand } from '../yaml/readShorthand';
import { YamlNode } from '../yaml/YamlNode';
import { withoutDefaultStart } from './withoutDefaultStart';

const HOUR = 3_600;
const DAY = 24 * HOUR;
/** Rolling windows, in seconds. */
const SHORTEST = HOUR;
const LONGEST = 90 * DAY;
/** Calendar windows, in days of nominal length. */
const LONGEST_CALENDAR = 366 * DAY;

const CALENDAR_UNITS = {
  d: 'day',
  w: 'week',
  M: 'month',
  Q: 'quarter',
  Y: 'year',
} as const;

/** Reads `timeWindow`, a list of one. */
export function readTimeWindow(list: YamlNode): SloWindow | undefined {
  if (list.isMissing) {
    list.error(
      'is missing. Write a list of one: - {duration: 30d, isRolling: true}',
    );
    return undefined;
  }
  if (!list.isList || list.items().length !== 1) {
    list.error('must be a list of exactly one window');
    return undefined;
  }
  const [node] = list.items();
  if (!node.expectMap('timeWindow', ['duration', 'isRolling', 'calendar'])) {
    return undefined;
  }
  if (node.get('duration').isMissing) {
    node.get('duration').error('is missing');
    return undefined;
  }
  const duration = readShorthand(node.get('duration'));
  const flag = node.get('isRolling').flag();
  const isRolling = flag ?? false;
  const calendar = node.get('calendar');
  if (isRolling && !calendar.isMissing) {
    calendar.error('and isRolling: true exclude each other');
    return undefined;
  }
  if (!isRolling && calendar.isMissing) {
    if (flag === undefined && !node.get('isRolling').isMissing) {
      return undefined;
    }
    node.error(
      'needs isRolling: true, or a calendar with startTime and timeZone',
    );
    return undefined;
  }
  if (!duration) {
    return undefined;
  }
  return isRolling
    ? readRolling(node.get('duration'), duration)
    : readCalendar(node.get('duration'), duration, calendar);
}

/** What `m` was meant to say. */
function minutesHint({ count, unit }: Shorthand): string {
  return unit === 'm' ? `. m is minutes; is ${count}M (months) meant?` : '';
}

function readRolling(
  node: YamlNode,
  duration: Shorthand,
): SloWindow | undefined {
  const { seconds } = duration;
  if (seconds < SHORTEST || seconds > LONGEST || seconds % 60 !== 0) {
    node.error(
      `${node.quote()} is no window for an SLO: rolling ones last from 1h to 90d${
        seconds > LONGEST
          ? '; a longer one can follow the calendar (calendar with startTime and timeZone)'
          : minutesHint(duration)
      }`,
    );
    return undefined;
  }
  return { type: 'rolling', duration: seconds };
}

function readCalendar(
  node: YamlNode,
  duration: Shorthand,
  calendar: YamlNode,
): SloWindow | undefined {
  if (!calendar.expectMap('calendar', ['startTime', 'timeZone'])) {
    return undefined;
  }
  const timeZone = readTimeZone(calendar.get('timeZone'));
  const startTime = readStartTime(calendar.get('startTime'), duration);
  const { count, unit, seconds } = duration;
  if (unit === 'm' || unit === 'h') {
    node.error(
      `${node.quote()} is no window of a calendar: it is counted in d, w, M, Q or Y${minutesHint(
        duration,
      )}`,
    );
    return undefined;
  }
  if (seconds > LONGEST_CALENDAR) {
    node.error(
      `${node.quote()} is too long for a window: those of a calendar last up to a year`,
    );
    return undefined;
  }
  if (timeZone === undefined || startTime === undefined) {
    return undefined;
  }
  return withoutDefaultStart({
    type: 'calendar',
    unit: CALENDAR_UNITS[unit],
    ...(count === 1 ? {} : { count }),
    timeZone,
    startTime,
  });
}

function readTimeZone(node: YamlNode): string | undefined {
  const zone = node.text();
  if (zone === undefined) {
    node.error('is missing. Write an IANA name such as Europe/Berlin or UTC');
  } else if (!isTimeZone(zone)) {
    node.error(
      `${node.quote()} is no time zone: write an IANA name such as Europe/Berlin or UTC`,
    );
    return undefined;
  }
  return zone;
}

const START_TIME = /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d):(\d\d)$/;
/** Each month has it. */
const LAST_COMMON_DAY = 28;

function readStartTime(
  node: YamlNode,
  { unit }: Shorthand,
): string | undefined {
  const text = node.text()?.trim();
  if (text === undefined) {
    node.error('is missing. Write YYYY-MM-DD HH:MM:SS');
    return undefined;
  }
  const match = START_TIME.exec(text);
  const written =
    match &&
    `${match[1]}-${match[2]}-${match[3]}T${match[4]}:${match[5]}:${match[6]}`;
  const time = written ? Date.parse(`${written}Z`) : NaN;
  const isReal =
    written !== null &&
    !Number.isNaN(time) &&
    new Date(time).toISOString().startsWith(written);
  if (!match || !isReal) {
    node.error(
      `${node.quote()} is no time: write YYYY-MM-DD HH:MM:SS without a zone, such as 2024-01-01 00:00:00`,
    );
    return undefined;
  }
  if ('MQY'.includes(unit) && Number(match[3]) > LAST_COMMON_DAY) {
    node.error(
      `${node.quote()} is on a day that not every month has; start on the ${LAST_COMMON_DAY}th at the latest`,
    );
    return undefined;
  }
  return text.replace('T', ' ');
}
