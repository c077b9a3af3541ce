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
    return `There is still an entity '${renamedFrom}' in the catalog, whose objects stay its own. Nothing is made for this entity until that one is gone; if it is another one, remove the annotation`;
  }
  const [first] = [...claimants, entityRef].sort();
  return first === entityRef
    ? undefined
    : `'${first}' says too that it was '${renamedFrom}', and its name comes first. This entity counts as a new one while that is so`;
}

/**
 * Leaves an entity the name that it had before only when nobody else has it, so that nobody takes
 * what is another's. What was before that name is not asked: a claim names one entity.
 *
 * While somebody has it, the entity waits: the catalog deletes the old entity some time after it
 * has read the new one, and until then everything would be made twice.
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
    value: evidence.taken ? { ...value, awaitsName: renamedFrom } : value,
    problems: [
      ...parsed.problems,
      {
        annotation: MONITORING_ANNOTATION_RENAMED_FROM,
        severity: 'warning',
        message: reason,
        value: renamedFrom,
      },
    ],
  };
}
