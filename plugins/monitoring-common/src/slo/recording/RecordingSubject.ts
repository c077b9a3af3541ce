import { identityRef } from '../../annotations/identity';
import { quoteString } from '../../promql/quoteString';
import { sliSeriesId } from '../sli/sliSeriesId';
import { Slo } from '../types';

/** Whose series some recording rules read and write: one entity's, or those of all that share an SLI. */
export interface RecordingSubject {
  /** Canonical ref; absent when the rules are shared. */
  entity?: string;
  /** Value of the label `sli`. */
  sli: string;
  environment?: string;
}

/** The subject of an SLO's own rules, or of those that it shares. */
export function recordingSubject(
  slo: Slo,
  options: { shared: boolean },
): RecordingSubject {
  return {
    ...(options.shared ? {} : { entity: identityRef(slo) }),
    sli: sliSeriesId(slo),
    ...(slo.environment ? { environment: slo.environment } : {}),
  };
}

/** Selects one of the subject's recorded series, with further labels. */
export function seriesOf(
  { entity, sli }: RecordingSubject,
  name: string,
  more: Record<string, string> = {},
): string {
  const labels = { ...(entity ? { entity } : {}), sli, ...more };
  const matchers = Object.entries(labels).map(
    ([label, value]) => `${label}=${quoteString(value)}`,
  );
  return `${name}{${matchers.join(', ')}}`;
}

/** Labels that the subject's rules give to what they record. */
export function labelsOf({
  entity,
  sli,
  environment,
}: RecordingSubject): Record<string, string> {
  return {
    ...(entity ? { entity } : {}),
    sli,
    ...(environment ? { environment } : {}),
  };
}

/**
 * Limits what is made of recorded series to those that the subject's rules are for. Entities with
 * own rules have series of the same SLI, which shared rules must not write a second time.
 *
 * @param by - `entity, window` where only the windows of the entity's own SLOs are wanted
 */
export function ofSubject(
  expression: string,
  { entity, sli }: RecordingSubject,
  by: 'entity' | 'entity, window' = 'entity',
): string {
  return entity
    ? expression
    : `(${expression}) and on (${by}) sightline:slo_objective:ratio{sli=${quoteString(
        sli,
      )}, rules="shared"}`;
}
