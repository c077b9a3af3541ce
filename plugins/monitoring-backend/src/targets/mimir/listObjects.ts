import {
  ManagedObjectKind,
  objectUid,
} from '@sightline/backstage-plugin-monitoring-common';
import {
  ActualObject,
  DesiredObject,
} from '@sightline/backstage-plugin-monitoring-node';
import { detachText } from '../detachText';
import { SHARED_SLO_GROUPS, SHARED_SLOS_OWNER } from '../sharedSlos';
import { hashGroup, hashOfHashes } from './groupContent';
import { GroupMark, readGroup } from './groupMarks';
import { RulerGroup } from './MimirRulerClient';

/** A group of the namespace, read. */
export interface KnownGroup {
  name: string;
  /** Without its mark; absent when it is as it was written and nobody compares it. */
  group?: RulerGroup;
  /** Of `group`. */
  hash: string;
  /** Of what stands there, mark included: changes with every write of anybody. */
  version: string;
  /** Absent: it is a person's. */
  mark?: GroupMark;
}

/** What `write` and `remove` want to find as it was listed: by group name. */
export type GroupVersions = Record<string, { version: string; ours: boolean }>;

/**
 * A copy of one of our groups under a name of somebody's own has our mark, and is not ours: names
 * of ours begin alike and say whose they are.
 */
function isOurs(name: string, { key }: GroupMark): boolean {
  const [owner] = key.split('|');
  return owner === SHARED_SLOS_OWNER
    ? name.startsWith(SHARED_SLO_GROUPS)
    : name.startsWith('sightline:') && name.includes(owner);
}

function detachMark({ key, entityRef, hash }: GroupMark): GroupMark {
  return {
    key: detachText(key),
    entityRef: detachText(entityRef),
    hash: detachText(hash),
  };
}

/** Reads one group, whoever wrote it. */
export function knownGroup(raw: RulerGroup): KnownGroup {
  const { group, mark } = readGroup(raw);
  const name = detachText(raw.name);
  return {
    name,
    group,
    hash: hashGroup(group),
    version: hashGroup(raw),
    ...(mark && isOurs(name, mark) ? { mark: detachMark(mark) } : {}),
  };
}

/** Works out the content of the object. */
export function groupNames({ content }: DesiredObject): string[] {
  return (content.groups as RulerGroup[]).map(({ name }) => name);
}

/** Then nobody else's groups can be in its way, and its content need not be worked out. */
function isWhole(object: DesiredObject, ours: KnownGroup[]): boolean {
  return (
    hashOfHashes(ours.map(({ name, hash }) => [name, hash])) === object.hash
  );
}

function actualObject(
  identity: { uid: string; kind: ManagedObjectKind; title: string },
  ours: KnownGroup[],
  others: KnownGroup[],
): ActualObject {
  const all = [...ours, ...others];
  const versions: GroupVersions = Object.fromEntries(
    all.map(({ name, version, mark }) => [
      name,
      { version, ours: Boolean(mark) },
    ]),
  );
  return {
    ...identity,
    ...(ours.length > 0
      ? {
          owner: {
            entityRef: ours[0].mark!.entityRef,
            // Groups that a run did not come to any more are none that a person edited: each has the
            // hash that it was written with, and together they are not what is wanted.
            hash: hashOfHashes(
              ours.map(({ name, mark }) => [name, mark!.hash]),
            ),
          },
        }
      : { adoptable: true }),
    ...(ours.length > 0 && others.length > 0
      ? {
          obstacle: `The rule group '${others[0].name}' stands there too and is not Sightline's; rename or delete it in Mimir`,
        }
      : {}),
    content: { groups: all.flatMap(({ group }) => group ?? []) },
    hash: hashOfHashes(
      (ours.length > 0 ? ours : others).map(({ name, hash }) => [name, hash]),
    ),
    version: versions,
  };
}

/** The managed objects in a namespace: ours by their marks, others' where ours are to stand. */
export function listObjects(
  groups: KnownGroup[],
  wanted: DesiredObject[],
): ActualObject[] {
  const byKey = new Map<string, KnownGroup[]>();
  const byName = new Map<string, KnownGroup>();
  for (const group of groups) {
    byName.set(group.name, group);
    if (group.mark) {
      const { key } = group.mark;
      byKey.set(key, [...(byKey.get(key) ?? []), group]);
    }
  }
  const found: ActualObject[] = [];
  for (const object of wanted) {
    const ours = byKey.get(object.key) ?? [];
    byKey.delete(object.key);
    const others = isWhole(object, ours)
      ? []
      : groupNames(object).flatMap(name => {
          const group = byName.get(name);
          return group && group.mark?.key !== object.key ? [group] : [];
        });
    if (ours.length + others.length > 0) {
      const { uid, kind, title } = object;
      found.push(actualObject({ uid, kind, title }, ours, others));
    }
  }
  for (const [key, ours] of byKey) {
    const [, kind] = key.split('|');
    found.push(
      actualObject(
        {
          uid: objectUid(key),
          kind: kind as ManagedObjectKind,
          title: ours[0].name,
        },
        ours,
        [],
      ),
    );
  }
  return found;
}
