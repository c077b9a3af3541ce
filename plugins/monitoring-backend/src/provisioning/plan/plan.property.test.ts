import { ObjectDecision } from '@sightline/backstage-plugin-monitoring-common';
import {
  ActualObject,
  hashContent,
} from '@sightline/backstage-plugin-monitoring-node';
import fc from 'fast-check';
import { anActual } from '../__testUtils__/builders';
import { RandomState, randomState } from './__testUtils__/randomStates';
import { isWrite } from './isWrite';
import { plan } from './plan';
import { Plan, PlanOptions, Step } from './types';

type Write = Extract<
  Step,
  { action: 'create' | 'update' | 'move' | 'revert' | 'adopt' }
>;
type Prune = Extract<Step, { action: 'prune' }>;

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

function isEdited({ kind, hash, owner }: ActualObject): boolean {
  return kind !== 'folder' && owner !== undefined && owner.hash !== hash;
}

/** Whether a person said so of exactly these two sides. */
function isDecided(
  decision: ObjectDecision,
  { object, actual }: Pick<Write, 'object' | 'actual'>,
  { decisions }: PlanOptions,
): boolean {
  const found = decisions?.get(object.key);
  return (
    found?.decision === decision &&
    found.theirs === actual?.hash &&
    found.ours === object.hash
  );
}

/** Entities of which it is not known what they want. */
function unknownOf(
  { errors, incomplete }: RandomState['desired'],
  { keptEntities }: PlanOptions,
): string[] {
  return [
    ...errors.map(({ entityRef }) => entityRef),
    ...incomplete.keys(),
    ...keptEntities!,
  ];
}

function prunesOf(steps: Step[]): Prune[] {
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

/** What must be true of the steps of any state, and what of them breaks it. */
const RULES: Record<string, (state: RandomState, steps: Step[]) => unknown[]> =
  {
    'has nothing to write once it was applied': (state, steps) => {
      const again = planOf(apply(state, steps)).steps;
      return [...again.filter(isWrite), ...prunesOf(again)];
    },

    'writes nothing that stands there as it is wanted': (_state, steps) =>
      steps
        .filter(isWrite)
        .filter(
          ({ object, actual }) =>
            actual?.hash === object.hash &&
            actual.owner?.hash === object.hash &&
            actual.owner.entityRef === object.entityRef &&
            actual.misplaced === undefined,
        ),

    'gives each wanted object of a listed target exactly one step': (
      { desired, actual, options },
      steps,
    ) => {
      const listed = actual.map(({ target }) => target);
      const keys = steps.flatMap(step =>
        'object' in step && step.action !== 'disabled' ? [step.object.key] : [],
      );
      const wanted =
        options.mode === 'remove'
          ? []
          : desired.objects
              .filter(({ target }) => listed.includes(target))
              .map(({ key }) => key);
      return [
        ...keys.filter((key, index) => keys.indexOf(key) !== index),
        ...keys.filter(key => !wanted.includes(key)),
        ...wanted.filter(key => !keys.includes(key)),
      ];
    },

    'gives no object two steps': (_state, steps) => {
      const ids = steps.flatMap(step => {
        if ('object' in step) {
          return [`${step.object.target}|${step.object.uid}`];
        }
        return 'target' in step ? [`${step.target}|${step.actual.uid}`] : [];
      });
      return ids.filter((id, index) => ids.indexOf(id) !== index);
    },

    'never touches what is not ours, unless a person said so of exactly this': (
      { desired, options },
      steps,
    ) => {
      const asking = [...desired.objects, ...desired.disabled];
      const unknown = unknownOf(desired, options);
      // What an entity left that asks for nothing any more may become another one's.
      const isLeft = (entityRef: string) =>
        options.complete &&
        !asking.some(object => object.entityRef === entityRef) &&
        !unknown.includes(entityRef);
      const mayWrite = ({ object, actual, ...step }: Write) => {
        if (!actual) {
          return true;
        }
        if (actual.obstacle !== undefined) {
          return false;
        }
        return actual.owner
          ? [object.entityRef, object.formerEntityRef].includes(
              actual.owner.entityRef,
            ) || isLeft(actual.owner.entityRef)
          : step.action === 'adopt' &&
              actual.adoptable === true &&
              isDecided('adopt', { object, actual }, options);
      };
      return [
        ...steps.filter(isWrite).filter(step => !mayWrite(step)),
        ...prunesOf(steps).filter(
          ({ actual }) => !actual.owner || actual.obstacle !== undefined,
        ),
      ];
    },

    'keeps an edit under `keep`, unless a person said so of exactly this': (
      { options },
      steps,
    ) => {
      const keeps = options.onDrift === 'keep';
      const isLost = (step: Write) =>
        keeps &&
        step.actual !== undefined &&
        isEdited(step.actual) &&
        step.actual.hash !== step.object.hash &&
        !isDecided('take-ours', step, options);
      return [
        ...steps.filter(isWrite).filter(isLost),
        ...prunesOf(steps).filter(
          ({ actual }) =>
            isEdited(actual) && (keeps || options.mode !== 'remove'),
        ),
      ];
    },

    'never deletes what is paused, also when everything is removed': (
      { options },
      steps,
    ) =>
      prunesOf(steps).filter(
        ({ actual }) =>
          options.paused!.has('all') ||
          options.paused!.has(actual.owner!.entityRef),
      ),

    'never deletes what is wanted, too young, or of an entity that is not known':
      ({ desired, options }, steps) => {
        const wanted = [...desired.objects, ...desired.disabled].map(
          ({ target, uid }) => `${target}|${uid}`,
        );
        const unknown = unknownOf(desired, options);
        const mayGo = ({ target, actual, stored }: Prune) =>
          options.mode === 'remove' ||
          (options.complete &&
            options.prune.enabled &&
            !wanted.includes(`${target}|${actual.uid}`) &&
            !unknown.includes(actual.owner!.entityRef) &&
            stored?.unwantedSince !== undefined &&
            options.now.getTime() - stored.unwantedSince.getTime() >=
              options.prune.grace);
        return prunesOf(steps).filter(step => !mayGo(step));
      },

    'never deletes more than the brake lets, unless a person agreed to exactly this':
      ({ actual, options }, steps) => {
        const owned = actual
          .flatMap(({ objects }) => objects)
          .filter(({ owner, kind }) => owner && kind !== 'folder').length;
        const made = steps.filter(
          step =>
            isWrite(step) &&
            !step.actual?.owner &&
            step.object.kind !== 'folder',
        ).length;
        const going = prunesOf(steps).filter(
          step => step.actual.kind !== 'folder',
        );
        const entities = new Set(
          going.map(step => step.actual.owner!.entityRef),
        );
        const ids = going.map(step =>
          [
            step.target,
            step.actual.uid,
            (step.stored?.unwantedSince ?? options.now).toISOString(),
          ].join('|'),
        );
        const mayGo =
          options.mode === 'remove' ||
          entities.size <= 1 ||
          going.length <= Math.floor((owned + made) * options.prune.maxShare) ||
          (options.brakeAnswer?.answer === 'delete' &&
            options.brakeAnswer.digest === hashContent(ids.sort()));
        return mayGo ? [] : going;
      },

    'deletes no folder before all that it knows in it': (state, steps) => {
      const prunes = prunesOf(steps);
      const folders = prunes.filter(({ actual }) => actual.kind === 'folder');
      const left = apply(state, steps).actual.flatMap(({ target, objects }) =>
        objects.map(({ folder }) => `${target}|${folder}`),
      );
      return [
        ...prunes
          .slice(prunes.length - folders.length)
          .filter(({ actual }) => actual.kind !== 'folder'),
        ...folders.filter(({ target, actual }) =>
          left.includes(`${target}|${actual.uid}`),
        ),
      ];
    },
  };

describe('plan, whatever is wanted and whatever stands there,', () => {
  it('keeps all the rules', () => {
    fc.assert(
      fc.property(answered, state => {
        const { steps } = planOf(state);
        for (const [rule, findBreaches] of Object.entries(RULES)) {
          const breaches = findBreaches(state, steps);
          expect({ rule, breaches }).toEqual({ rule, breaches: [] });
        }
      }),
      RUNS,
    );
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
});
