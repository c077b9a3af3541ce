import {
  ActualObject,
  DesiredObject,
  hashContent,
} from '@sightline/backstage-plugin-monitoring-node';
import { Desired, nothingDesired } from '../../desired';
import { StoredDecision, StoredObject } from '../../store';
import { plan } from '../plan';
import { PlanOptions, Step } from '../types';

export const NOW = new Date('2026-11-24T12:00:00Z');
export const HOUR = 3_600_000;

/** Nothing wanted, nothing failed. */
export const NOTHING_WANTED = nothingDesired();

export const OPTIONS: PlanOptions = {
  onDrift: 'keep',
  prune: { enabled: true, grace: 24 * HOUR, maxShare: 0.5 },
  complete: true,
  now: NOW,
};

/** The plan of one target, `memory`. */
export function planFor(
  wanted: DesiredObject[],
  there: ActualObject[],
  more: Partial<PlanOptions> = {},
  stored: StoredObject[] = [],
  desired: Partial<Desired> = {},
) {
  return plan(
    { ...NOTHING_WANTED, objects: wanted, ...desired },
    [{ target: 'memory', objects: there }],
    stored,
    { ...OPTIONS, ...more },
  );
}

/** What the store knows of an object. */
export function aStored(
  { key, kind, entityRef, target, uid, title, hash }: DesiredObject,
  more: Partial<StoredObject> = {},
): StoredObject {
  return {
    key,
    kind,
    entityRef,
    target,
    uid,
    title,
    hash,
    state: 'in-sync',
    ...more,
  };
}

/** Nobody has asked for it for longer than the grace period. */
export function longUnwanted(
  object: DesiredObject,
  more: Partial<StoredObject> = {},
): StoredObject {
  return aStored(object, {
    state: 'pending',
    unwantedSince: new Date(NOW.getTime() - 25 * HOUR),
    ...more,
  });
}

/** The same object after a person edited it. */
export function edited(
  actual: ActualObject,
  content: Record<string, unknown> = { title: 'By hand' },
): ActualObject {
  return { ...actual, content, hash: hashContent(content) };
}

/** What a person decided on exactly these two sides. */
export function aDecision(
  decision: StoredDecision['decision'],
  object: DesiredObject,
  actual: ActualObject,
): [string, StoredDecision] {
  return [
    object.key,
    {
      key: object.key,
      decision,
      theirs: actual.hash,
      ours: object.hash,
      by: 'user:default/guest',
      at: NOW,
    },
  ];
}

/** Only the steps of {@link planFor}. */
export function stepsFor(...args: Parameters<typeof planFor>): Step[] {
  return planFor(...args).steps;
}
