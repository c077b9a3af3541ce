import { identityRef } from '../annotations/identity';
import { RecordingRule } from '../rules/types';
import { formatDuration } from '../durations/formatDuration';
import {
  EventKind,
  LONGEST_RAW_WINDOW,
  recordedName,
  recordedSelector,
} from './recordedSeries';
import { recordedWindows } from './recordedWindows';
import { sliExpressions } from './sliExpressions';
import { sliSeriesId } from './sliSeriesId';
import { Slo } from './types';

const KINDS: EventKind[] = ['bad', 'total'];

/**
 * Long windows sum the recorded pair: event-weighted, and far cheaper than the raw series. They are
 * a second short, because Prometheus 2 counts a sample on the left border and Prometheus 3 does not.
 */
function expression(slo: Slo, kind: EventKind, window: number): string {
  if (window <= LONGEST_RAW_WINDOW) {
    return sliExpressions(slo, window)[kind];
  }
  return `sum_over_time(${recordedSelector(kind, 300, slo)}[${formatDuration(
    window - 1,
  )}:5m])`;
}

/** Rules that record one SLI's bad and total events over the windows of the burn-rate pairs. */
export function sliRecordingRules(slo: Slo): RecordingRule[] {
  const labels = {
    entity: identityRef(slo),
    sli: sliSeriesId(slo),
    ...(slo.environment ? { environment: slo.environment } : {}),
  };
  return recordedWindows([slo]).flatMap(window =>
    KINDS.map(kind => ({
      record: recordedName(kind, window),
      expr: expression(slo, kind, window),
      labels,
    })),
  );
}
