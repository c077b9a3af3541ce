import {
  ActualObject,
  DesiredObject,
  ProvisioningTarget,
} from '@sightline/backstage-plugin-monitoring-node';
import { SHARED_SLOS_OWNER } from '../targets';
import {
  ProvisioningPause,
  PruneBrake,
} from '@sightline/backstage-plugin-monitoring-common';
import { AuthService } from '@backstage/backend-plugin-api';
import { MonitoringCatalog } from '../catalog';
import { MonitoringConfig } from '../config';
import { Desired, isSharedPart } from './desired';
import { listTargets } from './listTargets';
import { narrowStates } from './narrowStates';
import {
  ActualState,
  createObjectPlanner,
  plan,
  PlanOptions,
  planShared,
  SharedState,
  staleDecisions,
  Step,
} from './plan';
import { readWanted, Wanted } from './readWanted';
import { RunParts } from './RunParts';
import { ProvisioningStore, StoredDecision, StoredObject } from './store';
import { TargetBackoff } from './TargetBackoff';
import { TargetFailure } from './TargetFailure';

/** What is to be planned. */
export interface PlanRequest {
  /** Of one entity; absent: over all. */
  entityRef?: string;
  signal?: AbortSignal;
  /** Failed objects are tried although their next try is not due. */
  ignoreRetry?: boolean;
  /** As if no person had said anything: what there is to decide. */
  undecided?: boolean;
}

/** A plan and what it was made of. */
export interface Planned {
  wanted: Wanted;
  /** Targets that were listed. */
  targets: ProvisioningTarget[];
  states: ActualState[];
  /** Targets that wait or could not be listed. */
  unlisted: TargetFailure[];
  /** Ids of those that wait: they were not tried. */
  waiting: string[];
  stored: StoredObject[];
  steps: Step[];
  brake?: PruneBrake;
  /** Decisions that hold no longer. */
  staleDecisions: StoredDecision[];
  /** Plans one object anew. */
  planObject: (object: DesiredObject, actual?: ActualObject) => Step;
}

function describePause(scope: string, { by, reason }: ProvisioningPause) {
  const what = scope === 'all' ? 'all provisioning' : 'this entity';
  return `${by} paused ${what}${reason ? `: ${reason}` : ''}`;
}

function errorsOfKept({ kept }: Desired): Wanted['errors'] {
  return [...kept.values()].map(({ entityRef, reason }) => ({
    entityRef,
    message: reason,
  }));
}

function withShared(
  states: ActualState[],
  shared: SharedState[],
): ActualState[] {
  const found = new Map(shared.map(state => [state.target, state.actual]));
  return states.map(({ target, objects }) => {
    const actual = found.get(target);
    return { target, objects: actual ? [...objects, actual] : objects };
  });
}

/** What a {@link Planner} needs. */
export interface PlannerOptions {
  config: MonitoringConfig;
  catalog: MonitoringCatalog;
  auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  targets: ProvisioningTarget[];
  store: ProvisioningStore;
  backoff: TargetBackoff;
  now: () => Date;
}

/** Reads catalog, targets and store, and plans; writes nothing. */
export class Planner {
  readonly #options: PlannerOptions;

  static create(options: PlannerOptions): Planner {
    return new Planner(options);
  }

  private constructor(options: PlannerOptions) {
    this.#options = options;
  }

  /** @throws when the run is stopped, or one entity is asked for and the catalog does not answer */
  async plan(request: PlanRequest): Promise<Planned> {
    const { config, now, store } = this.#options;
    const { entityRef, signal } = request;
    const wanted = await readWanted(this.#options, config, request);
    const parts = await RunParts.read(store, wanted.desired, entityRef);
    const said = request.undecided ? {} : await this.#said();
    const { targets, waiting } = this.#dueTargets();
    const expected = parts.expected({
      ...said,
      keptEntities: wanted.keptEntities,
    });
    const listed = await listTargets(
      targets,
      [...parts.desired.objects, ...expected].filter(
        ({ uid }) => !isSharedPart(uid),
      ),
      { signal, entityRef },
    );
    parts.keep(listed.states);
    const rows = await this.#stored(parts, entityRef);
    const { shared, ...split } = parts.split(listed.states, rows);
    const { desired, states } = entityRef
      ? narrowStates(parts.desired, split.states, entityRef)
      : { desired: parts.desired, states: split.states };
    const unlisted = [...waiting, ...listed.failures];
    const options: PlanOptions = {
      ...config.provisioning,
      ...said,
      complete: wanted.complete,
      keptEntities: wanted.keptEntities,
      entityRef,
      ignoreRetry: request.ignoreRetry,
      unlisted: new Set(unlisted.map(({ target }) => target)),
      brakeBefore: await this.#brakeBefore(unlisted, entityRef),
      now: now(),
    };
    const planned = plan(desired, states, split.stored, options);
    const steps = shared.reduce(
      (before, state) => planShared(state, desired, before, options),
      planned.steps,
    );
    const sharedObjects = steps.flatMap(step =>
      'object' in step && step.object.entityRef === SHARED_SLOS_OWNER
        ? [step.object]
        : [],
    );
    const all = { ...desired, objects: [...desired.objects, ...sharedObjects] };
    const allStates = withShared(states, shared);
    return {
      ...planned,
      steps,
      wanted: {
        ...wanted,
        desired: all,
        errors: [...wanted.errors, ...errorsOfKept(desired)],
      },
      targets: targets.filter(({ id }) =>
        states.some(({ target }) => target === id),
      ),
      states: allStates,
      unlisted,
      waiting: waiting.map(({ target }) => target),
      stored: rows,
      staleDecisions: staleDecisions(all, allStates, options),
      planObject: createObjectPlanner(all, rows, options),
    };
  }

  #dueTargets(): { targets: ProvisioningTarget[]; waiting: TargetFailure[] } {
    const now = this.#options.now();
    const targets: ProvisioningTarget[] = [];
    const waiting: TargetFailure[] = [];
    for (const target of this.#options.targets) {
      const message = this.#options.backoff.waiting(target.id, now);
      if (message === undefined) {
        targets.push(target);
      } else {
        waiting.push({ target: target.id, message });
      }
    }
    return { targets, waiting };
  }

  /** Of one entity also what it had under another name, and what it shares with others and lacks. */
  async #stored(
    { desired, isAboutShared }: RunParts,
    entityRef: string | undefined,
  ): Promise<StoredObject[]> {
    const { store } = this.#options;
    if (entityRef === undefined) {
      return store.listObjects();
    }
    const owners = new Set([
      entityRef,
      ...desired.objects.flatMap(object => [
        object.entityRef,
        ...(object.formerEntityRef ? [object.formerEntityRef] : []),
      ]),
      ...(isAboutShared ? [SHARED_SLOS_OWNER] : []),
    ]);
    const found = await Promise.all(
      [...owners].map(owner => store.listObjects({ entityRef: owner })),
    );
    return found.flat();
  }

  /** Asked only when a target is away: else what would go is known, and is worked out anew. */
  async #brakeBefore(
    unlisted: TargetFailure[],
    entityRef: string | undefined,
  ): Promise<PruneBrake | undefined> {
    return unlisted.length > 0 && entityRef === undefined
      ? (await this.#options.store.lastRun({ planned: true }))?.brake
      : undefined;
  }

  async #said(): Promise<
    Pick<PlanOptions, 'decisions' | 'paused' | 'brakeAnswer'>
  > {
    const { store } = this.#options;
    const [decisions, pauses, brakeAnswer] = await Promise.all([
      store.listDecisions(),
      store.listPauses(),
      store.brakeAnswer(),
    ]);
    return {
      decisions: new Map(decisions.map(decision => [decision.key, decision])),
      paused: new Map(
        [...pauses].map(([scope, pause]) => [
          scope,
          describePause(scope, pause),
        ]),
      ),
      brakeAnswer,
    };
  }
}
