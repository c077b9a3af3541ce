import {
  ManagedObjectKind,
  ProvisionKind,
} from '@sightline/backstage-plugin-monitoring-common';
import { DesiredObject } from '@sightline/backstage-plugin-monitoring-node';
import { MonitoredEntity } from '../../catalog';
import { MonitoringConfig } from '../../config';
import { describeError } from '../../describeError';
import { ALERTMANAGER_OWNER } from '../../targets';
import { groupByTarget } from '../groupByTarget';
import { desiredAlertmanagerConfig } from './desiredAlertmanagerConfig';
import { rootFolder } from './desiredFolders';
import { EntityObjects, entityObjects } from './entityObjects';
import { placeOf } from './placeOf';
import { asSharedPart, sharedSloRules } from './sharedSlos';
import { SharedObjects } from './SharedObjects';
import { unreadSlos } from './unreadSlos';

/** What `monitoring/provision` can leave out. */
const OBJECT_KINDS = {
  dashboards: 'dashboard',
  alerts: 'alert-rule-group',
  slos: 'slo-rule-group',
} satisfies Partial<Record<ProvisionKind, ManagedObjectKind>>;

/** What should exist, and what an entity does not want although its packs have it. */
export interface Desired {
  objects: DesiredObject[];
  /** What each entity gives to the shared SLO rules that are among the objects. */
  parts: DesiredObject[];
  /** `target|uid` of what had SLO rules before → key of the object or part that has them now. */
  moved: Map<string, string>;
  /** Left out because of `monitoring/provision`. */
  disabled: DesiredObject[];
  /** `entityRef|kind` of all that `monitoring/provision` leaves out: what is there stays. */
  switchedOff: Set<string>;
  /** Entities whose objects could not be worked out; what they have is left alone. */
  errors: { entityRef: string; message: string }[];
  /** Entities of which a part is not known, and why: what they have is kept as it is. */
  incomplete: Map<string, string>;
  /** Ids of the SLOs that could be read, of entities that have others which could not. */
  unread: Map<string, Set<string>>;
  /** By target and uid: SLO rules that stay since their SLOs cannot be read any more. */
  kept: Map<string, { entityRef: string; reason: string }>;
}

/** The refs that marks of an entity's objects may name. */
function refsOf({ monitoring }: MonitoredEntity): string[] {
  const { entityRef, renamedFrom } = monitoring.spec;
  return renamedFrom ? [entityRef, renamedFrom] : [entityRef];
}

function noteLimits(
  entity: MonitoredEntity,
  { switchedOff, incomplete, unread }: Desired,
): void {
  const { provision } = entity.monitoring.spec;
  const reason = entity.environments
    .map(environment => environment.incomplete)
    .find(Boolean);
  const read = unreadSlos(entity);
  for (const ref of refsOf(entity)) {
    if (read) {
      unread.set(ref, read);
    }
    if (reason) {
      incomplete.set(ref, reason);
    }
    for (const [kind, objectKind] of Object.entries(OBJECT_KINDS)) {
      if (!provision.includes(kind as ProvisionKind)) {
        switchedOff.add(`${ref}|${objectKind}`);
      }
    }
  }
}

function noteError(
  entity: MonitoredEntity,
  error: unknown,
  { errors, incomplete }: Desired,
): void {
  const message = describeError(error);
  const [entityRef, ...former] = refsOf(entity);
  errors.push({ entityRef, message });
  former.forEach(ref => incomplete.set(ref, message));
}

/** Environments share what is named after their entity alone: its contact points. */
function once(objects: DesiredObject[]): DesiredObject[] {
  return [...new Map(objects.map(object => [object.key, object])).values()];
}

/** Parts as they are wanted, in each target. */
function sharedOf(parts: DesiredObject[]): DesiredObject[] {
  return [...groupByTarget(parts)].map(([target, own]) =>
    sharedSloRules(target, own.map(asSharedPart)),
  );
}

/** Nothing should exist. */
export function nothingDesired(): Desired {
  return {
    objects: [],
    parts: [],
    moved: new Map(),
    disabled: [],
    switchedOff: new Set(),
    errors: [],
    incomplete: new Map(),
    unread: new Map(),
    kept: new Map(),
  };
}

/**
 * What should exist for these entities. Pure: same input, same objects, same hashes. One entity
 * that fails stops no other.
 *
 * @param options - `complete`: whether these are all entities; else what belongs to all of them is
 *   kept as it is
 */
export function desiredObjects(
  entities: MonitoredEntity[],
  config: MonitoringConfig,
  options: { complete: boolean } = { complete: true },
): Desired {
  const desired = nothingDesired();
  const shared = new SharedObjects(config);
  for (const entity of entities) {
    noteLimits(entity, desired);
    const { entityRef, awaitsName } = entity.monitoring.spec;
    if (awaitsName) {
      desired.incomplete.set(
        entityRef,
        `'${awaitsName}', which it was called before, is still in the catalog`,
      );
      continue;
    }
    let found: EntityObjects[];
    try {
      found = entity.environments.map(environment =>
        entityObjects(environment, config),
      );
    } catch (error) {
      noteError(entity, error, desired);
      continue;
    }
    desired.objects.push(...once(found.flatMap(({ objects }) => objects)));
    desired.disabled.push(...found.flatMap(({ disabled }) => disabled));
    desired.parts.push(...found.flatMap(({ parts }) => parts));
    for (const { moved } of found) {
      if (moved) {
        desired.moved.set(placeOf(moved), moved.to);
      }
    }
    found.forEach(objects => shared.add(objects));
  }
  desired.objects.push(...sharedOf(desired.parts));
  if (config.provisioning.alertmanagerConfig) {
    desired.objects.push(desiredAlertmanagerConfig(entities, config));
    if (!options.complete) {
      desired.incomplete.set(
        ALERTMANAGER_OWNER,
        'The catalog could not be read whole',
      );
    }
  }
  const objects = [...shared.objects(), ...desired.objects];
  const used = new Set(objects.map(({ target }) => target));
  const roots = config.grafana
    .filter(({ id }) => used.has(`grafana:${id}`))
    .map(rootFolder);
  return { ...desired, objects: [...roots, ...objects] };
}
