import {
  MONITORING_ANNOTATION_RENAMED_FROM,
  MonitoringSpec,
  Parsed,
} from '@sightline/backstage-plugin-monitoring-common';

/** What the catalog says of the former name that an entity claims. */
export interface FormerNameEvidence {
  /** Whether an entity has that name (again, or still). */
  taken: boolean;
  /** Canonical refs of the entities that claim it. */
  claimants: string[];
}

/** Why a claim does not count; `undefined` when it does. */
function refusal(
  { entityRef, renamedFrom }: MonitoringSpec,
  { taken, claimants }: FormerNameEvidence,
): string | undefined {
  if (taken) {
    return `There is an entity '${renamedFrom}' in the catalog, whose objects stay its own`;
  }
  const [first] = [...claimants, entityRef].sort();
  return first === entityRef
    ? undefined
    : `'${first}' says too that it was '${renamedFrom}', and its name comes first`;
}

/**
 * Leaves an entity the name that it had before only when nobody else has it, so that nobody takes
 * what is another's. What was before that name is not asked: a claim names one entity.
 *
 * @param evidence - of that name
 */
export function decideFormerName(
  parsed: Parsed<MonitoringSpec>,
  evidence: FormerNameEvidence,
): Parsed<MonitoringSpec> {
  const reason = refusal(parsed.value, evidence);
  if (!reason) {
    return parsed;
  }
  const { renamedFrom, ...value } = parsed.value;
  return {
    value,
    problems: [
      ...parsed.problems,
      {
        annotation: MONITORING_ANNOTATION_RENAMED_FROM,
        severity: 'warning',
        message: `${reason}. This entity counts as a new one while that is so`,
        value: renamedFrom,
      },
    ],
  };
}
