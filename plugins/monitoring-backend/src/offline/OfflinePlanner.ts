import { ProvisioningStep } from '@sightline/backstage-plugin-monitoring-common';
import {
  ActualObject,
  DesiredObject,
} from '@sightline/backstage-plugin-monitoring-node';
import { MonitoredEntity } from '../catalog';
import { MonitoringConfig } from '../config';
import { Desired, desiredObjects } from '../provisioning/desired';
import { describeStep, plan } from '../provisioning/plan';

/** What one target holds. */
export interface OfflineState {
  target: string;
  objects: ActualObject[];
}

/**
 * What provisioning would do.
 *
 * @public
 */
export interface OfflinePlan {
  /** In the order in which they would be done; what is as it should be has the action `nothing`. */
  steps: ProvisioningStep[];
  /** What is wanted and could not be compared, and why: sentences for people. */
  leftOut: string[];
  /** Entities whose objects could not be worked out, or only in part. */
  errors: { entityRef: string; message: string }[];
}

/** Why an object cannot be compared by whoever has no portal; `undefined` when it can. */
function whyLeftOut(
  { kind, entityRef, target }: DesiredObject,
  options: {
    complete: boolean;
    looked: ReadonlySet<string>;
    entityRefs: ReadonlySet<string>;
  },
): string | undefined {
  switch (kind) {
    case 'contact-point':
      return 'Contact points: only the portal has the key that their secrets are compared by';
    case 'alertmanager-config':
      return "Alertmanager's configuration: it holds secrets, and is written by the portal alone";
    default:
      return kind === 'slo-rule-group' &&
        !options.entityRefs.has(entityRef) &&
        options.looked.has(target) &&
        !options.complete
        ? `Shared SLO rules of ${target}: they are made of all entities, and these are said to be some`
        : undefined;
  }
}

/**
 * Works out what should exist, without a database: nothing is remembered of what was applied, so
 * that whose an object is its marks alone tell.
 *
 * @public
 */
export class OfflinePlanner {
  readonly #entityRefs: ReadonlySet<string>;
  readonly #desired: Desired;
  readonly #config: MonitoringConfig;
  readonly #complete: boolean;

  /** @param options - `complete`: whether these are all entities, so that others' objects would go */
  static create(
    entities: MonitoredEntity[],
    config: MonitoringConfig,
    options: { complete: boolean },
  ): OfflinePlanner {
    return new OfflinePlanner(entities, config, options);
  }

  private constructor(
    entities: MonitoredEntity[],
    config: MonitoringConfig,
    options: { complete: boolean },
  ) {
    const monitored = entities.filter(
      ({ monitoring }) => monitoring.spec.optedIn,
    );
    this.#entityRefs = new Set(
      entities.map(({ monitoring }) => monitoring.spec.entityRef),
    );
    this.#desired = desiredObjects(monitored, config, options);
    this.#config = config;
    this.#complete = options.complete;
  }

  /** What should exist. */
  get objects(): DesiredObject[] {
    return this.#desired.objects;
  }

  /** @param states - what the targets hold; objects of others are planned as if they held nothing */
  plan(states: OfflineState[], now: Date): OfflinePlan {
    const looked = new Set(states.map(({ target }) => target));
    const leftOut = new Set<string>();
    const objects = this.objects.filter(object => {
      const reason = whyLeftOut(object, {
        complete: this.#complete,
        looked,
        entityRefs: this.#entityRefs,
      });
      if (reason !== undefined) {
        leftOut.add(reason);
      }
      return reason === undefined;
    });
    const empty = [...new Set(objects.map(({ target }) => target))]
      .filter(target => !looked.has(target))
      .map(target => ({ target, objects: [] }));
    const { prune, onDrift } = this.#config.provisioning;
    const { steps } = plan(
      { ...this.#desired, objects },
      [...states.map(state => this.#known(state, objects)), ...empty],
      [],
      {
        onDrift,
        prune: this.#complete ? prune : { ...prune, maxShare: 1 },
        complete: true,
        now,
      },
    );
    return {
      // Nothing is remembered, so that nothing can be forgotten.
      steps: steps.flatMap(step =>
        step.action === 'forget' ? [] : [describeStep(step)],
      ),
      leftOut: [...leftOut],
      errors: [
        ...this.#desired.errors,
        ...[...this.#desired.incomplete]
          .filter(([entityRef]) => this.#entityRefs.has(entityRef))
          .map(([entityRef, message]) => ({ entityRef, message })),
      ],
    };
  }

  /** Without what others have, where others are not known: it is not to be deleted. */
  #known(state: OfflineState, wanted: DesiredObject[]): OfflineState {
    const uids = new Set(
      wanted
        .filter(({ target }) => target === state.target)
        .map(({ uid }) => uid),
    );
    return this.#complete
      ? state
      : {
          ...state,
          objects: state.objects.filter(
            ({ uid, owner }) =>
              uids.has(uid) ||
              (owner !== undefined && this.#entityRefs.has(owner.entityRef)),
          ),
        };
  }
}
