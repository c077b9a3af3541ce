import {
  generateSloRules,
  identityRef,
  ManagedObjectKind,
  MonitoringSpec,
  objectKey,
  objectUid,
  Slo,
  SloRuleOptions,
} from '@sightline/backstage-plugin-monitoring-common';
import { DesiredObject } from '@sightline/backstage-plugin-monitoring-node';
import { createHash } from 'node:crypto';
import { SHARED_SLOS_OWNER } from '../../targets';
import { hashGroupsFor } from './hashGroupsFor';

const KIND: ManagedObjectKind = 'slo-rule-group';
/** No uid of a target begins so. */
const PART = 'shared:';

/** What one entity gives to shared SLO rules, as it is remembered: JSON. */
export interface SharedSlos extends Record<string, unknown> {
  slos: Slo[];
  options: SloRuleOptions;
}

/** A part of shared SLO rules. */
export interface SharedPart {
  /** See {@link sharedPartKey}. */
  key: string;
  /** Of the content. */
  hash: string;
  /** Read when the rules are worked out. */
  content: () => SharedSlos;
}

/** Key of the shared SLO rules in a target. */
export function sharedSlosKey(target: string): string {
  return objectKey(SHARED_SLOS_OWNER, KIND, target);
}

/** Uid of the shared SLO rules in a target; names their file. */
export function sharedSlosUid(target: string): string {
  return objectUid(sharedSlosKey(target));
}

/** Key of what an entity gives to shared SLO rules: the same whatever the target. */
export function sharedPartKey(
  spec: Pick<MonitoringSpec, 'entityRef' | 'renamedFrom' | 'environment'>,
): string {
  return objectKey(identityRef(spec), KIND, 'shared-slos', spec.environment);
}

/**
 * Uid of a part, which stands in no target by itself: it is planned like an object, and done by
 * writing the shared one.
 */
export function sharedPartUid(key: string): string {
  return `${PART}${key}`;
}

/** Whether a uid is that of a part of shared SLO rules. */
export function isSharedPart(uid: string): boolean {
  return uid.startsWith(PART);
}

/** Key of the part that has a uid. */
export function sharedPartOf(uid: string): string {
  return uid.slice(PART.length);
}

/** A part as it is wanted. */
export function asSharedPart(part: DesiredObject): SharedPart {
  return {
    key: part.key,
    hash: part.hash,
    content: () => part.content as SharedSlos,
  };
}

function contentOf(parts: SharedPart[]) {
  const options = new Map<Slo, SloRuleOptions>();
  const slos = parts.flatMap(({ content }) => {
    const part = content();
    part.slos.forEach(slo => options.set(slo, part.options));
    return part.slos;
  });
  return { groups: generateSloRules(slos, slo => options.get(slo)!) };
}

/** Hashes of the last contents, by digests of their parts: most runs find the same parts again. */
const hashes = new Map<string, string>();
const MOST_HASHES = 32;

function hashOf(
  digest: string,
  hash: () => string,
): Pick<DesiredObject, 'hash'> {
  const known = hashes.get(digest) ?? hash();
  hashes.delete(digest);
  hashes.set(digest, known);
  if (hashes.size > MOST_HASHES) {
    hashes.delete(hashes.keys().next().value!);
  }
  return { hash: known };
}

type Content = ReturnType<typeof contentOf>;

/** The content that was worked out last: a run that changes it compares and writes it, too. */
let latest: { digest: string; content: WeakRef<Content> } | undefined;

function onceOf(digest: string, workOut: () => Content): Content {
  const known = latest?.digest === digest ? latest.content.deref() : undefined;
  const content = known ?? workOut();
  if (!known) {
    latest = { digest, content: new WeakRef(content) };
  }
  return content;
}

/**
 * The SLO rules in one target that belong to no entity: those of all SLOs that differ in the name of
 * their service alone.
 *
 * @param parts - of all that give something, at least one
 */
export function sharedSloRules(
  target: string,
  parts: SharedPart[],
): DesiredObject {
  const sorted = [...parts].sort((a, b) => (a.key < b.key ? -1 : 1));
  const digesting = createHash('sha256').update(target);
  sorted.forEach(part => digesting.update(`\n${part.key} ${part.hash}`));
  const digest = digesting.digest('hex');
  const content = () => onceOf(digest, () => contentOf(sorted));
  return {
    key: sharedSlosKey(target),
    kind: KIND,
    entityRef: SHARED_SLOS_OWNER,
    target,
    uid: sharedSlosUid(target),
    title: 'Shared SLO rules',
    get content() {
      return content();
    },
    ...hashOf(digest, () => hashGroupsFor(target)(content())),
  };
}
