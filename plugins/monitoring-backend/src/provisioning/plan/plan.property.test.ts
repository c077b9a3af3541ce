import {
  ActualObject,
  hashContent,
} from '@sightline/backstage-plugin-monitoring-node';
import fc from 'fast-check';
import { anActual } from '../__testUtils__/builders';
import { RandomState, randomState } from './__testUtils__/randomStates';
import { isWrite } from './isWrite';
import { plan } from './plan';
import { Plan, Step } from './types';

const RUNS = { numRuns: 10_000 };

function planOf({ desired, actual, stored, options }: RandomState): Plan {
  return plan(desired, actual, stored, options);
}

/** As {@link planOf}, and half of the time with a person's word on the brake. */
const answered = fc
  .tuple(
    randomState,
    fc.constantFrom('delete' as const, 'keep' as const),
    fc.constantFrom('matching', 'other', 'none'),
  )
  .map(([state, answer, digest]) => {
    const { brake } = planOf(state);
    return digest === 'none' || !brake
      ? state
      : {
          ...state,
          options: {
            ...state.options,
            brakeAnswer: {
              digest: digest === 'matching' ? brake.digest : 'another',
              answer,
              by: 'user:default/guest',
              at: state.options.now,
            },
          },
        };
  });

function prunesOf(steps: Step[]) {
  return steps.flatMap(step => (step.action === 'prune' ? [step] : []));
}

/** The state after a target did what the steps say. */
function apply(state: RandomState, steps: Step[]): RandomState {
  const states = new Map(
    state.actual.map(({ target, objects }) => [
      target,
      new Map(objects.map(object => [object.uid, object])),
    ]),
  );
  for (const step of steps) {
    if (isWrite(step)) {
      const { folder, target, uid } = step.object;
      states
        .get(target)!
        .set(uid, anActual(step.object, folder ? { folder } : {}));
    } else if (step.action === 'prune') {
      states.get(step.target)!.delete(step.actual.uid);
    }
  }
  return {
    ...state,
    actual: [...states].map(([target, objects]) => ({
      target,
      objects: [...objects.values()],
    })),
  };
}

function holds(check: (state: RandomState, steps: Step[]) => void) {
  fc.assert(
    fc.property(answered, state => check(state, planOf(state).steps)),
    RUNS,
  );
}

describe('plan, whatever is wanted and whatever stands there,', () => {
  it('has nothing to write once it was applied', () => {
    holds((state, steps) => {
      const again = planOf(apply(state, steps)).steps;
      expect(again.filter(isWrite)).toEqual([]);
      expect(prunesOf(again)).toEqual([]);
    });
  });

  it('writes nothing that stands there as it is wanted', () => {
    holds((_state, steps) => {
      for (const { object, actual } of steps.filter(isWrite)) {
        const settled =
          actual?.hash === object.hash &&
          actual.owner?.hash === object.hash &&
          actual.owner.entityRef === object.entityRef &&
          actual.misplaced === undefined;
        expect(settled).toBe(false);
      }
    });
  });

  it('gives each wanted object of a listed target exactly one step', () => {
    holds(({ desired, actual, options }, steps) => {
      const listed = actual.map(({ target }) => target);
      const keys = steps
        .flatMap(step =>
          'object' in step && step.action !== 'disabled'
            ? [step.object.key]
            : [],
        )
        .sort();
      expect(keys).toEqual(
        options.mode === 'remove'
          ? []
          : desired.objects
              .filter(({ target }) => listed.includes(target))
              .map(({ key }) => key)
              .sort(),
      );
    });
  });

  it('gives no object two steps', () => {
    holds((_state, steps) => {
      const ids = steps.flatMap(step => {
        if ('object' in step) {
          return [`${step.object.target}|${step.object.uid}`];
        }
        return 'target' in step ? [`${step.target}|${step.actual.uid}`] : [];
      });
      expect(new Set(ids).size).toBe(ids.length);
    });
  });

  it('comes to the same steps in whatever order it is told', () => {
    const plain = (steps: Step[]) =>
      steps.map(step => JSON.stringify(step)).sort();
    const shuffled = <T>(items: T[]) =>
      fc.shuffledSubarray(items, {
        minLength: items.length,
        maxLength: items.length,
      });
    fc.assert(
      fc.property(
        answered.chain(state =>
          fc.tuple(
            fc.constant(state),
            shuffled(state.desired.objects),
            shuffled(state.desired.disabled),
            shuffled(state.stored),
            shuffled(state.actual).chain(actual =>
              fc.tuple(
                ...actual.map(({ target, objects }) =>
                  shuffled(objects).map(other => ({ target, objects: other })),
                ),
              ),
            ),
          ),
        ),
        ([state, objects, disabled, stored, actual]) => {
          const one = planOf(state);
          const other = planOf({
            ...state,
            desired: { ...state.desired, objects, disabled },
            stored,
            actual,
          });
          expect(plain(other.steps)).toEqual(plain(one.steps));
          expect(other.brake).toEqual(one.brake);
        },
      ),
      RUNS,
    );
  });

  it('never touches what is not ours, unless a person said so of exactly this', () => {
    holds(({ options }, steps) => {
      for (const step of steps.filter(isWrite)) {
        const { object, actual } = step;
        if (actual) {
          expect(actual.obstacle).toBeUndefined();
        }
        if (actual && !actual.owner) {
          expect(step.action).toBe('adopt');
          expect(actual.adoptable).toBe(true);
          expect(options.decisions?.get(object.key)).toMatchObject({
            decision: 'adopt',
            theirs: actual.hash,
            ours: object.hash,
          });
        } else if (actual) {
          expect([object.entityRef, object.formerEntityRef]).toContain(
            actual.owner!.entityRef,
          );
        }
      }
      for (const { actual } of prunesOf(steps)) {
        expect(actual.owner).toBeDefined();
        expect(actual.obstacle).toBeUndefined();
      }
    });
  });

  it('keeps an edit under `keep`, unless a person said so of exactly this', () => {
    holds(({ options }, steps) => {
      const isEdited = ({ kind, hash, owner }: ActualObject) =>
        kind !== 'folder' && owner !== undefined && owner.hash !== hash;
      if (options.onDrift === 'revert') {
        return;
      }
      for (const { object, actual } of steps.filter(isWrite)) {
        if (actual && isEdited(actual) && actual.hash !== object.hash) {
          expect(options.decisions?.get(object.key)).toMatchObject({
            decision: 'take-ours',
            theirs: actual.hash,
            ours: object.hash,
          });
        }
      }
      expect(prunesOf(steps).filter(({ actual }) => isEdited(actual))).toEqual(
        [],
      );
    });
  });

  it('never deletes what is wanted, paused, too young, or of an entity that is not known', () => {
    holds(({ desired, stored, options }, steps) => {
      const prunes = prunesOf(steps);
      const isPaused = (ref: string) =>
        options.paused!.has(ref) || options.paused!.has('all');
      for (const { actual } of prunes) {
        expect(isPaused(actual.owner!.entityRef)).toBe(false);
      }
      if (options.mode === 'remove') {
        return;
      }
      if (!options.complete || !options.prune.enabled) {
        expect(prunes).toEqual([]);
      }
      for (const { actual, target } of prunes) {
        const { entityRef } = actual.owner!;
        const since = stored.find(
          entry => entry.target === target && entry.uid === actual.uid,
        )?.unwantedSince;
        expect(options.now.getTime() - since!.getTime()).toBeGreaterThanOrEqual(
          options.prune.grace,
        );
        expect(desired.incomplete.has(entityRef)).toBe(false);
        expect(options.keptEntities!.has(entityRef)).toBe(false);
        expect(desired.errors.map(error => error.entityRef)).not.toContain(
          entityRef,
        );
        expect(
          [...desired.objects, ...desired.disabled].some(
            object => object.target === target && object.uid === actual.uid,
          ),
        ).toBe(false);
      }
    });
  });

  it('never deletes more than the brake lets, unless a person agreed to exactly this', () => {
    holds(({ actual, options }, steps) => {
      const owned = actual
        .flatMap(({ objects }) => objects)
        .filter(({ owner, kind }) => owner && kind !== 'folder').length;
      const made = steps.filter(
        step =>
          isWrite(step) && !step.actual?.owner && step.object.kind !== 'folder',
      ).length;
      const going = prunesOf(steps).filter(
        step => step.actual.kind !== 'folder',
      );
      const entities = new Set(going.map(step => step.actual.owner!.entityRef));
      if (
        options.mode !== 'remove' &&
        entities.size > 1 &&
        going.length > Math.floor((owned + made) * options.prune.maxShare)
      ) {
        expect(options.brakeAnswer).toMatchObject({
          answer: 'delete',
          digest: hashContent(
            going.map(step => `${step.target}|${step.actual.uid}`).sort(),
          ),
        });
      }
    });
  });

  it('deletes no folder before all that it knows in it', () => {
    holds((state, steps) => {
      const prunes = prunesOf(steps);
      const after = apply(state, steps);
      for (const { actual, target } of prunes) {
        if (actual.kind === 'folder') {
          const left = after.actual
            .find(found => found.target === target)!
            .objects.filter(({ folder }) => folder === actual.uid);
          expect(left).toEqual([]);
        }
      }
      const kinds = prunes.map(({ actual }) => actual.kind === 'folder');
      expect(kinds).toEqual([...kinds].sort());
    });
  });
});
