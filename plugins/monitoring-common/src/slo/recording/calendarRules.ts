import { RecordingRule } from '../../rules/types';
import { Beginnings, calendarBeginnings } from '../windows/calendarBeginnings';
import { calendarLabels } from './calendarSeries';
import { CalendarWindow } from '../windows/CalendarWindow';
import { RecordingSubject } from './RecordingSubject';
import { sloWindowKey } from '../windows/sloWindowKey';
import { unionOf } from './unionOf';

/** Whether a line of the table is one window: most months are. */
function isSingle(beginnings: Beginnings[], index: number): boolean {
  const { first, length } = beginnings[index];
  return beginnings[index + 1]?.first === first + length;
}

/** The latest beginning that has passed: of lines in descending order the first that answers. */
function startExpression(beginnings: Beginnings[]): string {
  const lines = beginnings.map(({ first, length }, index) =>
    isSingle(beginnings, index)
      ? `vector(${first}) <= time()`
      : `(vector(time()) >= ${first}) - (time() - ${first}) % ${length}`,
  );
  return unionOf(lines.reverse());
}

/** The end of the same window: of lines in ascending order the first that has not ended. */
function endExpression(beginnings: Beginnings[]): string {
  const lines = beginnings.map(({ first, length }, index) => {
    if (isSingle(beginnings, index)) {
      return `vector(${first + length}) > time()`;
    }
    const end = beginnings[index + 1]?.first;
    const now =
      end === undefined ? 'vector(time())' : `(vector(time()) < ${end})`;
    return `${now} - (time() - ${first}) % ${length} + ${length}`;
  });
  return unionOf(lines);
}

/**
 * Rules that record when calendar windows began and end, from a table: PromQL knows neither zones
 * nor months.
 */
export function calendarRules(
  subject: Pick<RecordingSubject, 'entity' | 'environment'>,
  windows: CalendarWindow[],
): RecordingRule[] {
  const byKey = new Map(windows.map(window => [sloWindowKey(window), window]));
  return [...byKey]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([window, calendar]) => {
      const beginnings = calendarBeginnings(calendar);
      const labels = () => ({ ...calendarLabels(subject), window });
      return [
        {
          record: 'sightline:calendar_start:timestamp',
          expr: startExpression(beginnings),
          labels: labels(),
        },
        {
          record: 'sightline:calendar_end:timestamp',
          expr: endExpression(beginnings),
          labels: labels(),
        },
      ];
    });
}
