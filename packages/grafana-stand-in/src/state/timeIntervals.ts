const WEEKDAYS = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
];
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** From one number to another, both included. */
export type Range = [number, number];

/** A time interval with its words and numbers understood. */
export interface TimeInterval {
  /** In minutes of a day. */
  times: Range[];
  months: Range[];
  daysOfMonth: Range[];
  weekdays: Range[];
  years: Range[];
  location?: string;
}

/** Minutes of a day that `HH:MM` stands for; 24:00 is its end. */
function minutes(text: unknown): number {
  const [, hour, minute] =
    String(text).match(/^([01]?\d|2[0-3]|24(?=:00)):([0-5]\d)$/) ?? [];
  return Number(hour) * 60 + Number(minute);
}

function ranges(
  entries: unknown,
  toNumber: (text: string) => number,
  [least, most]: Range,
): Range[] {
  return ((entries ?? []) as unknown[]).map(entry => {
    const [from, to = from] = String(entry).split(':');
    const range: Range = [toNumber(from), toNumber(to)];
    const isGood = range.every(value => value >= least && value <= most);
    // Days may count from the end of a month, so a range may cross from below to above 0.
    if (!isGood || (range[0] > range[1] && range[1] >= 0)) {
      throw new RangeError(`${entry}`);
    }
    return range;
  });
}

const indexIn = (names: string[]) => (text: string) => {
  const index = names.indexOf(text.toLowerCase());
  return index < 0 ? NaN : index;
};

function monthNumber(text: string): number {
  const index = indexIn(MONTHS)(text);
  return Number.isNaN(index) ? Number(text) : index + 1;
}

/** Months come back as numbers. */
export function numberMonths(
  interval: Record<string, any>,
): Record<string, any> {
  const toNumbers = (entry: unknown) =>
    String(entry).split(':').map(monthNumber).join(':');
  return interval.months
    ? { ...interval, months: interval.months.map(toNumbers) }
    : interval;
}

function dayNumber(text: string): number {
  return Number(text) || NaN;
}

function parse(interval: Record<string, any>): TimeInterval {
  const times = (interval.times ?? []).map(
    (time: Record<string, unknown>): Range => {
      const range: Range = [minutes(time.start_time), minutes(time.end_time)];
      if (!(range[0] < range[1])) {
        throw new RangeError(`${time.start_time}`);
      }
      return range;
    },
  );
  if (interval.location) {
    // Throws for a place that is nowhere.
    Intl.DateTimeFormat('en', { timeZone: interval.location });
  }
  return {
    times,
    months: ranges(interval.months, monthNumber, [1, 12]),
    daysOfMonth: ranges(interval.days_of_month, dayNumber, [-31, 31]),
    weekdays: ranges(interval.weekdays, indexIn(WEEKDAYS), [0, 6]),
    years: ranges(interval.years, Number, [1, 9999]),
    location: interval.location,
  };
}

/** Time intervals as they are understood; `undefined` when one cannot be. */
export function parseTimeIntervals(
  intervals: Record<string, any>[],
): TimeInterval[] | undefined {
  try {
    return intervals.map(parse);
  } catch (error) {
    if (error instanceof RangeError) {
      return undefined;
    }
    throw error;
  }
}
