import { DesiredObject } from '@sightline/backstage-plugin-monitoring-node';
import {
  Desired,
  desiredObject,
  describeUnread,
  placeOf,
  SharedSlos,
  sharedPartUid,
} from './desired';
import { PartStore, StoredPart } from './store';

/** Of an entity that has what it had, without what else is known of it. */
function asRemembered(
  { entityRef, key, target }: StoredPart,
  { slos }: SharedSlos,
): Omit<DesiredObject, 'content' | 'hash'> {
  const environment = slos.find(slo => slo.environment)?.environment;
  return {
    entityRef,
    key,
    kind: 'slo-rule-group',
    target,
    uid: sharedPartUid(key),
    title: 'SLO rules, shared',
    ...(environment ? { environment } : {}),
  };
}

/** In the order of before, so that nothing is written while nothing else changes. */
function merge(
  before: SharedSlos,
  asked: SharedSlos | undefined,
  lost: Set<string>,
): SharedSlos {
  const read = new Map(asked?.slos.map(slo => [slo.id, slo]));
  const slos = before.slos.flatMap(slo => {
    const now = lost.has(slo.id) ? slo : read.get(slo.id);
    read.delete(slo.id);
    return now ?? [];
  });
  return {
    slos: [...slos, ...read.values()],
    options: asked?.options ?? before.options,
  };
}

/**
 * Gives back to the parts of shared SLO rules the SLOs of which nobody can read any more what they
 * are: a typo takes no alerts away.
 *
 * @param remembered - parts as last applied
 * @returns what should exist with them
 */
export async function keepUnreadParts(
  store: PartStore,
  desired: Desired,
  remembered: StoredPart[],
): Promise<Desired> {
  const { incomplete, switchedOff, unread } = desired;
  const parts = new Map(
    desired.parts.map(part => [placeOf(part), part] as const),
  );
  const moved = new Map(desired.moved);
  const kept = new Map(desired.kept);
  for (const part of remembered) {
    const { entityRef, key, target } = part;
    const ids = unread.get(entityRef);
    const place = placeOf({ target, uid: sharedPartUid(key) });
    const asked = parts.get(place);
    if (
      !ids ||
      asked?.hash === part.hash ||
      incomplete.has(entityRef) ||
      switchedOff.has(`${entityRef}|slo-rule-group`)
    ) {
      continue;
    }
    const content = (await store.readParts(target, [key])).get(key);
    const before = content as SharedSlos | undefined;
    const lost = before?.slos.map(({ id }) => id).filter(id => !ids.has(id));
    if (before && lost?.length) {
      const {
        content: _,
        hash,
        ...object
      } = asked ?? { ...asRemembered(part, before), content: {}, hash: '' };
      const whole = merge(
        before,
        asked?.content as SharedSlos | undefined,
        new Set(lost),
      );
      parts.set(place, desiredObject({ ...object, content: () => whole }));
      moved.delete(place);
      kept.set(place, { entityRef, reason: describeUnread(lost) });
    }
  }
  return { ...desired, parts: [...parts.values()], moved, kept };
}
