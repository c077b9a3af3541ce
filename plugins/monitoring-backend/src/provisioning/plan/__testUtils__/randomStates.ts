import { ManagedObjectKind } from '@sightline/backstage-plugin-monitoring-common';
import {
  ActualObject,
  DesiredObject,
  hashContent,
} from '@sightline/backstage-plugin-monitoring-node';
import fc from 'fast-check';
import { Desired } from '../../desired';
import { aDesired, anActual } from '../../__testUtils__/builders';
import { StoredDecision, StoredObject } from '../../store';
import { ActualState, PlanOptions } from '../types';
import { aStored, HOUR, NOW } from './planFor';

/** All that a plan is made of. */
export interface RandomState {
  desired: Desired;
  actual: ActualState[];
  stored: StoredObject[];
  options: PlanOptions;
}

/** One place for an object: what is wanted there, what stands there, what is known of it. */
interface Slot {
  object: DesiredObject;
  wanted: 'yes' | 'disabled' | 'no';
  actual?: ActualObject;
  stored?: StoredObject;
  decision?: StoredDecision;
}

const TARGETS = ['a', 'b'];
const FOLDERS = ['folder-1', 'folder-2'];
const entityRef = fc.constantFrom('component:x/a', 'component:x/b', 'api:x/c');
const kind = fc.constantFrom<ManagedObjectKind>(
  'dashboard',
  'dashboard',
  'alert-rule-group',
  'contact-point',
  'folder',
);
const content = fc.constantFrom(
  ...['one', 'two', 'three'].map(title => ({ title })),
);
const often = <T>(likely: T, ...unlikely: T[]) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant(likely) },
    { weight: 1, arbitrary: fc.constantFrom(...unlikely) },
  );
const fromNow = (hours: number) => new Date(NOW.getTime() + hours * HOUR);

/**
 * @param leaves - whether most objects are wanted no longer
 */
const slot = (index: number, leaves: boolean): fc.Arbitrary<Slot> =>
  fc
    .record({
      target: fc.constantFrom(...TARGETS),
      kind,
      entityRef,
      content,
      wanted: leaves
        ? often<Slot['wanted']>('no', 'yes')
        : often<Slot['wanted']>('yes', 'no', 'disabled'),
      folder: fc.constantFrom(undefined, ...FOLDERS),
      former: often<string | undefined>(undefined, 'component:x/old'),
      // What stands there.
      there: often(true, false),
      written: content,
      edited: often(false, true),
      now: content,
      mark: often<'own' | 'former' | 'other' | 'none'>(
        'own',
        'former',
        'other',
        'none',
        'none',
      ),
      obstacle: often<string | undefined>(undefined, 'Somebody added a rule'),
      adoptable: fc.constantFrom(true, undefined),
      misplaced: often<string | undefined>(undefined, 'Elsewhere'),
      // What is known of it.
      known: often(true, false),
      unwantedAge: fc.oneof(
        fc.integer({ min: 24, max: 48 }),
        fc.integer({ min: 0, max: 48 }),
        fc.constant(undefined),
      ),
      retryIn: often<number | undefined>(undefined, -1, 1),
      failed: fc.boolean(),
      decision: fc.option(
        fc.constantFrom<StoredDecision['decision']>(
          'take-ours',
          'keep-theirs',
          'adopt',
        ),
        { nil: undefined },
      ),
      decidedOnThis: often(true, false),
    })
    .map(random => {
      const isFolder = random.kind === 'folder';
      const uid = isFolder ? FOLDERS[index % 2] : `uid-${index}`;
      const object = aDesired(uid, random.content, {
        key: `${random.entityRef}|${random.kind}|${uid}|${random.target}`,
        kind: random.kind,
        entityRef: random.entityRef,
        target: random.target,
        folder: isFolder ? undefined : random.folder,
        formerEntityRef: random.former,
      });
      const owners = {
        own: random.entityRef,
        former: random.former ?? random.entityRef,
        other: index % 2 === 0 ? 'component:x/gone' : 'api:x/c',
        none: undefined,
      };
      const owner = owners[random.mark];
      const stands = random.edited ? random.now : random.written;
      const actual = random.there
        ? anActual(object, {
            content: stands,
            hash: hashContent(stands),
            owner: owner
              ? { entityRef: owner, hash: hashContent(random.written) }
              : undefined,
            obstacle: random.obstacle,
            adoptable: random.adoptable,
            misplaced: random.misplaced,
            folder: isFolder ? undefined : random.folder,
          })
        : undefined;
      const decided = random.decision && {
        key: object.key,
        decision: random.decision,
        theirs: actual?.hash ?? 'nothing',
        ours: random.decidedOnThis ? object.hash : 'another',
        by: 'user:default/guest',
        at: NOW,
      };
      return {
        object,
        wanted: random.wanted,
        actual,
        decision: decided,
        stored: random.known
          ? aStored(object, {
              unwantedSince:
                random.unwantedAge === undefined
                  ? undefined
                  : fromNow(-random.unwantedAge),
              retry:
                random.retryIn === undefined
                  ? undefined
                  : {
                      failures: 2,
                      at: fromNow(random.retryIn).toISOString(),
                    },
              failedHash: random.failed ? object.hash : undefined,
            })
          : undefined,
      };
    });

const refs = often<string[]>([], ['component:x/a'], ['component:x/b']);

const settings = fc.record({
  onDrift: fc.constantFrom('keep' as const, 'revert' as const),
  enabled: often(true, false),
  maxShare: fc.constantFrom(0, 0.2, 0.5, 1),
  complete: often(true, false),
  unlisted: often<string | undefined>(undefined, 'a', 'b'),
  paused: often<string[]>([], ['all'], ['component:x/a']),
  errors: refs,
  incomplete: refs,
  kept: refs,
  switchedOff: refs,
  ignoreRetry: fc.boolean(),
  mode: often<'apply' | 'remove'>('apply', 'remove'),
});

/**
 * States of two targets and three entities: what is wanted, stands there, was edited, moved, marked
 * by others, failed, decided, paused or is not known, in any mixture.
 */
export const randomState: fc.Arbitrary<RandomState> = fc
  .tuple(
    fc
      .tuple(fc.integer({ min: 0, max: 8 }), fc.boolean())
      .chain(([count, leaves]) =>
        fc.tuple(
          ...Array.from({ length: count }, (_, index) => slot(index, leaves)),
        ),
      ),
    settings,
  )
  .map(([all, set]) => {
    const ids = all.map(({ object }) => `${object.target}|${object.uid}`);
    const slots = all.filter(
      ({ object }, index) =>
        ids.indexOf(`${object.target}|${object.uid}`) === index,
    );
    const of = (wanted: Slot['wanted']) =>
      slots.filter(found => found.wanted === wanted).map(found => found.object);
    const some = <T>(items: (T | undefined)[]) =>
      items.filter((item): item is T => item !== undefined);
    return {
      desired: {
        objects: of('yes'),
        disabled: of('disabled'),
        parts: [],
        moved: new Map(),
        switchedOff: new Set(set.switchedOff.map(ref => `${ref}|dashboard`)),
        errors: set.errors.map(ref => ({ entityRef: ref, message: 'Broken' })),
        incomplete: new Map(
          set.incomplete.map(ref => [ref, 'A pack is missing']),
        ),
        unread: new Map(),
        kept: new Map(),
      },
      actual: TARGETS.filter(target => target !== set.unlisted).map(target => ({
        target,
        objects: some(
          slots
            .filter(({ object }) => object.target === target)
            .map(found => found.actual),
        ),
      })),
      stored: some(slots.map(found => found.stored)),
      options: {
        onDrift: set.onDrift,
        prune: {
          enabled: set.enabled,
          grace: 24 * HOUR,
          maxShare: set.maxShare,
        },
        complete: set.complete,
        now: NOW,
        decisions: new Map(
          some(slots.map(found => found.decision)).map(decision => [
            decision.key,
            decision,
          ]),
        ),
        paused: new Map(set.paused.map(ref => [ref, 'an incident'])),
        keptEntities: new Set(set.kept),
        ignoreRetry: set.ignoreRetry,
        mode: set.mode,
      },
    };
  });
