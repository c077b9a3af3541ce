import { RecordingRule } from '../../rules/types';
import { quoteString } from '../../promql/quoteString';
import { labelsOf, RecordingSubject } from './RecordingSubject';
import { EventKind, recordedName } from './recordedSeries';
import { quoteRegex } from '../sli/quoteRegex';
import { sliExpressions } from '../sli/sliExpressions';
import { SloSharing } from './sloSharing';
import { Slo } from '../types';

export const EVENT_KINDS: EventKind[] = ['bad', 'total'];

/** Answers the bad or total events of a window from the raw series, labelled by what the rules leave open. */
export type RawEvents = (kind: EventKind, windowSeconds: number) => string;

/** The raw events of one entity; no labels. */
export function ownEvents(slo: Slo): RawEvents {
  return (kind, window) => sliExpressions(slo, window)[kind];
}

/**
 * The raw events of all services of a set; label `entity`.
 *
 * @param slo - any one of them
 * @param names - of their entities
 */
export function sharedEvents(
  slo: Slo,
  { sli, label, refPrefix, matchers }: SloSharing,
  names: string[],
): RawEvents {
  const members = [...new Set(names)].sort().map(quoteRegex).join('|');
  const identity = `${label}=~${quoteString(members)}`;
  const selector = matchers === '' ? identity : `${identity}, ${matchers}`;
  // A dollar sign cannot be in a ref: `$1` is the whole of what is replaced.
  const entity = `"entity", ${quoteString(`${refPrefix}$1`)}`;
  return (kind, window) => {
    const events = sliExpressions({ ...slo, sli, selector }, window, label);
    return `sum by (entity) (label_replace(${events[kind]}, ${entity}, "${label}", "(.*)"))`;
  };
}

/** Rules that record what is counted from the raw series. */
export function rawRecordingRules(
  subject: RecordingSubject,
  events: RawEvents,
  windows: number[],
): RecordingRule[] {
  return windows.flatMap(window =>
    EVENT_KINDS.map(kind => ({
      record: recordedName(kind, window),
      expr: events(kind, window),
      labels: labelsOf(subject),
    })),
  );
}
