import { identityRef } from '../../annotations/identity';
import { formatDuration } from '../../durations/formatDuration';
import { quoteString } from '../../promql/quoteString';
import { EventKind, recordedName } from '../recording/recordedSeries';
import { SILENT_POLICY } from './alertPolicy';
import { SloAlertGroup } from './SloAlertGroup';
import { sliSeriesId } from '../sli/sliSeriesId';

/** Labels that tell one entity's series of an SLI from another's. */
export const SAME_SERIES = 'on (entity, sli, environment)';

type Matchers = Record<string, string>;

function selector(name: string, matchers: Matchers): string {
  const written = Object.entries(matchers).map(
    ([label, value]) => `${label}=${quoteString(value)}`,
  );
  return `${name}{${written.join(', ')}}`;
}

/** Whose series a group's alerts look at: one entity's, or those of all that have the SLI. */
function members({ slos: [slo], shared }: SloAlertGroup): Matchers {
  return {
    ...(shared ? {} : { entity: identityRef(slo) }),
    sli: sliSeriesId(slo),
  };
}

/** Events recorded over an alerting window. */
export function eventsSelector(
  group: SloAlertGroup,
  kind: EventKind,
  windowSeconds: number,
): string {
  return selector(recordedName(kind, windowSeconds), members(group));
}

/** Share of a long alerting window for which events are recorded, 0..1. */
export function shareSelector(
  group: SloAlertGroup,
  windowSeconds: number,
): string {
  return selector(
    `sightline:sli_recorded:share${formatDuration(windowSeconds)}`,
    members(group),
  );
}

/** What is recorded over the SLO's window: its events, or the share of it that is recorded. */
export function windowSelector(
  group: SloAlertGroup,
  what: EventKind | 'recorded',
  windowKey: string,
): string {
  return selector(`sightline:sli_${what}:window`, {
    ...members(group),
    window: windowKey,
  });
}

/** The objective series of the group's SLOs, with further matchers. */
export function objectiveSelector(
  group: SloAlertGroup,
  matchers: Matchers,
): string {
  return selector('sightline:slo_objective:ratio', {
    ...members(group),
    slo: group.slos[0].id,
    rules: group.shared ? 'shared' : 'own',
    ...matchers,
  });
}

/** The objective series of those of the group's SLOs that alert, with further matchers. */
export function alertingObjectives(
  group: SloAlertGroup,
  matchers: Matchers = {},
): string {
  return objectiveSelector(group, matchers).replace(
    /\}$/,
    `, policy!~"${SILENT_POLICY}.*"}`,
  );
}
