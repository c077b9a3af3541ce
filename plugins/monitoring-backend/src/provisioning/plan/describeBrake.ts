import { PruneBrake } from '@sightline/backstage-plugin-monitoring-common';
import { hashContent } from '@sightline/backstage-plugin-monitoring-node';
import { StoredBrakeAnswer } from '../store/ProvisioningStore';
import { Unwanted } from './planUnwanted';
import { PlanOptions } from './types';

const MOST_ENTITIES = 50;

function countBy<T, K extends string>(
  items: T[],
  keyOf: (item: T) => K,
): Partial<Record<K, number>> {
  const counts: Partial<Record<K, number>> = {};
  for (const item of items) {
    const key = keyOf(item);
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

/** Entities whose objects would go, most objects first. */
function describeEntities(due: Unwanted[], now: Date): PruneBrake['entities'] {
  const entities = new Map<string, { objects: number; since: Date }>();
  for (const { actual, stored } of due) {
    const { entityRef } = actual.owner!;
    const since = stored?.unwantedSince ?? now;
    const known = entities.get(entityRef);
    entities.set(entityRef, {
      objects: (known?.objects ?? 0) + 1,
      since: known && known.since < since ? known.since : since,
    });
  }
  return [...entities]
    .map(([entityRef, { objects, since }]) => ({
      entityRef,
      objects,
      unwantedSince: since.toISOString(),
    }))
    .sort(
      (a, b) => b.objects - a.objects || (a.entityRef < b.entityRef ? -1 : 1),
    );
}

/** What a person said to a brake, when he said it to this one. */
export function answerTo(
  digest: string,
  said: StoredBrakeAnswer | undefined,
): Pick<PruneBrake, 'answer'> {
  if (said?.digest !== digest) {
    return {};
  }
  const { answer, by, at } = said;
  return { answer: { answer, by, at: at.toISOString() } };
}

/**
 * What a person has to know to say whether so much may go at once (design rule 8).
 *
 * @param due - what would be deleted
 * @param managed - how many objects of ours there are in all
 */
export function describeBrake(
  due: Unwanted[],
  managed: number,
  {
    brakeAnswer,
    now,
    prune,
  }: Pick<PlanOptions, 'brakeAnswer' | 'now' | 'prune'>,
): PruneBrake {
  // With the moment: who agreed to a deletion did not agree to the next one of the same objects.
  const digest = hashContent(
    due
      .map(({ target, actual, stored }) =>
        [target, actual.uid, (stored?.unwantedSince ?? now).toISOString()].join(
          '|',
        ),
      )
      .sort(),
  );
  const entities = describeEntities(due, now);
  const dueSince = due.map(
    ({ stored }) => (stored?.unwantedSince ?? now).getTime() + prune.grace,
  );
  return {
    digest,
    objects: due.length,
    managed,
    maxShare: prune.maxShare,
    byKind: countBy(due, ({ actual }) => actual.kind),
    entities: entities.slice(0, MOST_ENTITIES),
    entityCount: entities.length,
    // Since then it has been this set: its last object was not due before.
    since: new Date(
      dueSince.reduce((latest, at) => Math.max(latest, at), 0),
    ).toISOString(),
    ...answerTo(digest, brakeAnswer),
  };
}
