import { formatDuration } from '../../durations/formatDuration';
import { recordingSubject, seriesOf } from './RecordingSubject';
import { Slo } from '../types';

/** Up to here events are counted from the raw series; longer windows are sums of the 5-minute pair. In seconds. @public */
export const LONGEST_RAW_WINDOW = 3_600;

/** Whether a series counts bad events or all. @public */
export type EventKind = 'bad' | 'total';

/** Name of the recorded series of one window, `sightline:sli_bad:increase5m`. @public */
export function recordedName(kind: EventKind, windowSeconds: number): string {
  return `sightline:sli_${kind}:increase${formatDuration(windowSeconds)}`;
}

/** Name of the series that says which share of a long window is recorded, `sightline:sli_recorded:share6h`. @public */
export function recordedShareName(windowSeconds: number): string {
  return `sightline:sli_recorded:share${formatDuration(windowSeconds)}`;
}

/** Selector of one SLI's recorded series of one window. @public */
export function recordedSelector(
  kind: EventKind,
  windowSeconds: number,
  slo: Slo,
): string {
  const subject = recordingSubject(slo, { shared: false });
  return seriesOf(subject, recordedName(kind, windowSeconds));
}
