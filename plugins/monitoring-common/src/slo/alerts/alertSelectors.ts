import {
  EventKind,
  recordedName,
  recordedShareName,
} from '../recording/recordedSeries';
import {
  recordingSubject,
  RecordingSubject,
  seriesOf,
} from '../recording/RecordingSubject';
import { SILENT_POLICY } from './alertPolicy';
import { SloAlertGroup } from './SloAlertGroup';

/** Labels that tell one entity's series of an SLI from another's. */
export const SAME_SERIES = 'on (entity, sli, environment)';

/** Windows are recorded every 5 minutes: the last one can be a little older than Prometheus looks back. */
const LOOK_BACK = '[15m]';

/** Whose series a group's alerts look at: one entity's, or those of all that have the SLI. */
export function subjectOf({
  slos: [slo],
  shared,
}: SloAlertGroup): RecordingSubject {
  return recordingSubject(slo, { shared });
}

/** Events recorded over an alerting window. */
export function eventsSelector(
  group: SloAlertGroup,
  kind: EventKind,
  windowSeconds: number,
): string {
  return seriesOf(subjectOf(group), recordedName(kind, windowSeconds));
}

/** Share of a long alerting window for which events are recorded, 0..1. */
export function shareSelector(
  group: SloAlertGroup,
  windowSeconds: number,
): string {
  return seriesOf(subjectOf(group), recordedShareName(windowSeconds));
}

/**
 * Bad events ÷ all of a whole SLO window. What was not recorded yet, and what is left of a calendar
 * window, counts as good.
 */
export function windowRatio(
  subject: RecordingSubject,
  windowKey: string,
): string {
  const [bad, total, recorded] = ['bad', 'total', 'recorded'].map(what => {
    const series = `sightline:sli_${what}:window`;
    return `last_over_time(${seriesOf(subject, series, {
      window: windowKey,
    })}${LOOK_BACK})`;
  });
  return `${bad} / (${total} > 0) * ${recorded}`;
}

/** The objective series of the group's SLOs, with further matchers. */
export function objectiveSelector(
  group: SloAlertGroup,
  matchers: Record<string, string>,
): string {
  return seriesOf(subjectOf(group), 'sightline:slo_objective:ratio', {
    slo: group.slos[0].id,
    rules: group.shared ? 'shared' : 'own',
    ...matchers,
  });
}

/** The objective series of those of the group's SLOs that alert, with further matchers. */
export function alertingObjectives(
  group: SloAlertGroup,
  matchers: Record<string, string> = {},
): string {
  return objectiveSelector(group, matchers).replace(
    /\}$/,
    `, policy!~"${SILENT_POLICY}.*"}`,
  );
}
