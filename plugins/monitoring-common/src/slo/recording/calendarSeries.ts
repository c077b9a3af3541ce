import { quoteString } from '../../promql/quoteString';
import { RecordingSubject } from './RecordingSubject';
import { CalendarWindow } from '../windows/CalendarWindow';
import { sloWindowKey } from '../windows/sloWindowKey';

/** Labels of a calendar window's bounds: own rules have bounds of their own, beside shared ones. */
export function calendarLabels({
  entity,
  environment,
}: Pick<RecordingSubject, 'entity' | 'environment'>): Record<string, string> {
  return entity ? { entity, ...(environment ? { environment } : {}) } : {};
}

/** Selects when a calendar window began or ends, in Unix seconds. */
export function calendarSeries(
  bound: 'start' | 'end',
  subject: Pick<RecordingSubject, 'entity' | 'environment'>,
  window: CalendarWindow,
): string {
  const { entity = '', environment = '' } = calendarLabels(subject);
  return `sightline:calendar_${bound}:timestamp{window=${quoteString(
    sloWindowKey(window),
  )}, entity=${quoteString(entity)}, environment=${quoteString(environment)}}`;
}
