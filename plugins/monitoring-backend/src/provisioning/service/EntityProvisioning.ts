import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  DecideRequest,
  EntityPlanResponse,
  ObjectComparisonResponse,
  ProvisioningStep,
} from '@sightline/backstage-plugin-monitoring-common';
import {
  ActualObject,
  DesiredObject,
} from '@sightline/backstage-plugin-monitoring-node';
import { SHARED_SLOS_OWNER } from '../../targets';
import { isSharedOwner } from '../isSharedOwner';
import {
  describeStep,
  findDifferences,
  possibleDecisions,
  Step,
} from '../plan';
import { Planned, Planner } from '../Planner';
import { AnswerStore } from '../store';
import { readableJson } from './readableJson';

/** Differences of one comparison. */
const MOST_DIFFERENCES = 500;

interface Found {
  step: Step;
  object: DesiredObject;
  actual: ActualObject;
}

function noticesOf({ unlisted, wanted }: Planned, mode: string): string[] {
  return [
    ...unlisted.map(
      ({ target, message }) =>
        `${target} could not be looked at, and what it holds is not shown: ${message}`,
    ),
    ...wanted.errors.map(({ message }) => message),
    ...(wanted.left > 0
      ? [
          'Folders, shared contact points, mute timings and the configuration of Alertmanager belong to all entities: what is missing of them is made, the rest is left to the next run over all',
        ]
      : []),
    ...(mode === 'plan'
      ? ['monitoring.provisioning.mode is plan: nothing is written']
      : []),
  ];
}

/** Differences of shared rules name the entities that are in them. */
function withoutOthers(step: ProvisioningStep): ProvisioningStep {
  if (step.entityRef !== SHARED_SLOS_OWNER) {
    return step;
  }
  const { differences: _, ...rest } = step;
  return rest;
}

/** What persons look at and decide about the objects of one entity. */
export class EntityProvisioning {
  readonly #planner: Planner;
  readonly #store: AnswerStore;
  readonly #now: () => Date;
  readonly #mode: string;

  static create(options: {
    planner: Planner;
    store: AnswerStore;
    mode: string;
    now: () => Date;
  }): EntityProvisioning {
    return new EntityProvisioning(options);
  }

  private constructor(options: {
    planner: Planner;
    store: AnswerStore;
    mode: string;
    now: () => Date;
  }) {
    this.#planner = options.planner;
    this.#store = options.store;
    this.#mode = options.mode;
    this.#now = options.now;
  }

  /** What a run of the entity would do now. */
  async plan(entityRef: string): Promise<EntityPlanResponse> {
    const planned = await this.#planner.plan({ entityRef, ignoreRetry: true });
    return {
      steps: planned.steps.flatMap((step): ProvisioningStep[] =>
        step.action === 'forget' ? [] : [withoutOthers(describeStep(step))],
      ),
      notices: noticesOf(planned, this.#mode),
    };
  }

  /** @throws `NotFoundError` when the entity has no such object, or it stands nowhere */
  async compare(
    entityRef: string,
    key: string,
  ): Promise<ObjectComparisonResponse> {
    const { object, actual } = await this.#find(entityRef, key);
    return {
      key,
      theirs: {
        hash: actual.hash,
        json: readableJson(actual.content),
        ...actual.edited,
      },
      ours: { json: readableJson(object.content) },
      differences: findDifferences(
        actual.content,
        object.content,
        MOST_DIFFERENCES,
      ),
    };
  }

  /**
   * Remembers what a person decided.
   *
   * @throws `ConflictError` when what stands there is not what the person saw
   */
  async decide(
    entityRef: string,
    { key, decision, theirs }: DecideRequest,
    by: string,
  ): Promise<void> {
    const { step, object, actual } = await this.#find(entityRef, key);
    if (actual.hash !== theirs) {
      throw new ConflictError(
        `'${actual.title}' was changed since you looked at it; look again and decide then`,
      );
    }
    const possible = possibleDecisions(step) ?? [];
    if (possible.length === 0) {
      throw new ConflictError(
        `There is nothing to decide about '${actual.title}' any more`,
      );
    }
    if (!possible.includes(decision)) {
      throw new InputError(
        `'${actual.title}' allows ${possible.join(' or ')}, not ${decision}`,
      );
    }
    await this.#store.saveDecision({
      key,
      decision,
      theirs,
      ours: object.hash,
      by,
      at: this.#now(),
    });
  }

  async #find(entityRef: string, key: string): Promise<Found> {
    const { steps, unlisted } = await this.#planner.plan({
      // What all share is worked out of all.
      entityRef: isSharedOwner(entityRef) ? undefined : entityRef,
      ignoreRetry: true,
      undecided: true,
    });
    const step = steps.find(
      candidate =>
        'object' in candidate &&
        candidate.object.key === key &&
        candidate.object.entityRef === entityRef,
    );
    if (step && 'actual' in step && step.actual && 'object' in step) {
      return { step, object: step.object, actual: step.actual };
    }
    if (!step && unlisted.length > 0) {
      const [{ target, message }] = unlisted;
      throw new ConflictError(
        `${target} could not be looked at, so nothing can be said of what it holds: ${message}`,
      );
    }
    throw new NotFoundError(
      step
        ? `The object '${key}' is not there yet: there is nothing to compare`
        : `${entityRef} has no object '${key}'`,
    );
  }
}
