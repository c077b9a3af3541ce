import { hashContent } from '@sightline/backstage-plugin-monitoring-node';
import { MONTHS } from '../../config';

/** Content of a desired mute timing, in Alertmanager's form. */
export interface MuteTimingContent extends Record<string, unknown> {
  time_intervals: Record<string, unknown>[];
}

const PREFIX = 'sightline:';

/** Name in Grafana of a mute timing of the configuration; its prefix is the owner mark. */
export function muteTimingName(timing: string): string {
  return `${PREFIX}${timing}`;
}

/** Whether a mute timing has a name that only we give. */
export function isOurMuteTiming(name: string): boolean {
  return name.startsWith(PREFIX);
}

/** Lists of ranges, in words or numbers. */
const RANGES = ['weekdays', 'days_of_month', 'months', 'years'];

function normaliseEnd(text: string): string {
  const word = text.trim().toLowerCase();
  const month = MONTHS.indexOf(word) + 1;
  return /^-?\d+$/.test(word) ? String(Number(word)) : String(month || word);
}

/** Months as numbers, weekdays in small letters, and one day as one day. */
function normaliseRange(range: unknown): string {
  const [from, to = from] = String(range).split(':').map(normaliseEnd);
  return from === to ? from : `${from}:${to}`;
}

/** What is not there, and what is empty, says the same (recording `mute-timings`). */
function normaliseInterval(
  interval: Record<string, unknown>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(interval)
      .filter(
        ([, value]) =>
          value !== undefined &&
          value !== null &&
          value !== '' &&
          !(Array.isArray(value) && value.length === 0),
      )
      .map(([key, value]) => [
        key,
        RANGES.includes(key) && Array.isArray(value)
          ? value.map(normaliseRange)
          : value,
      ]),
  );
}

/** A mute timing as its author meant it. */
export function muteTimingContent({
  time_intervals,
}: {
  time_intervals?: Record<string, unknown>[] | null;
}): MuteTimingContent {
  return { time_intervals: (time_intervals ?? []).map(normaliseInterval) };
}

/** Hash of a mute timing's content. */
export function hashMuteTiming(content: Record<string, unknown>): string {
  return hashContent(muteTimingContent(content));
}
