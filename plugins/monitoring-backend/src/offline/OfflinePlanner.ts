import {
  ManagedObjectKind,
  ProvisioningStep,
} from '@sightline/backstage-plugin-monitoring-common';
import { DesiredObject } from '@sightline/backstage-plugin-monitoring-node';
import { MonitoredEntity } from '../catalog';
import { MonitoringConfig } from '../config';
import { desiredObjects } from '../provisioning/desired';
import { ActualState, describeStep, plan } from '../provisioning/plan';

/** Their secrets are compared by a key that only the portal's database has. */
const NOT_COMPARED: ManagedObjectKind[] = [
  'contact-point',
  'alertmanager-config',
];

/**
 * What provisioning would do.
 *
 * @public
 */
export interface OfflinePlan {
  /** In the order in which they would be done; what is as it should be has the action `nothing`. */
  steps: ProvisioningStep[];
  /** Kinds of objects that are wanted and left out, since they cannot be compared from outside. */
  notCompared: ManagedObjectKind[];
  /** Entities whose objects could not be worked out, or only in part. */
  errors: { entityRef: string; message: string }[];
}

/**
 * Works out what should exist, without a database: nothing is remembered of what was applied, so
 * that whose an object is its marks alone tell.
 *
 * @public
 */
export class OfflinePlanner {
  readonly #desired: ReturnType<typeof desiredObjects>;
  readonly #notCompared: ManagedObjectKind[];
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
    const desired = desiredObjects(
      entities.filter(({ monitoring }) => monitoring.spec.optedIn),
      config,
      options,
    );
    const isCompared = ({ kind }: DesiredObject) =>
      !NOT_COMPARED.includes(kind);
    this.#notCompared = NOT_COMPARED.filter(kind =>
      desired.objects.some(object => object.kind === kind),
    );
    this.#desired = {
      ...desired,
      objects: desired.objects.filter(isCompared),
    };
    this.#config = config;
    this.#complete = options.complete;
  }

  /** What should exist. */
  get objects(): DesiredObject[] {
    return this.#desired.objects;
  }

  /** @param states - what the targets hold; objects of others are planned as if they held nothing */
  plan(states: ActualState[], now: Date): OfflinePlan {
    const looked = new Set(states.map(({ target }) => target));
    const empty = [...new Set(this.objects.map(({ target }) => target))]
      .filter(target => !looked.has(target))
      .map(target => ({ target, objects: [] }));
    const { prune, onDrift } = this.#config.provisioning;
    const { steps } = plan(this.#desired, [...states, ...empty], [], {
      onDrift,
      prune,
      complete: this.#complete,
      now,
    });
    return {
      // Nothing is remembered, so that nothing can be forgotten.
      steps: steps.flatMap(step =>
        step.action === 'forget' ? [] : [describeStep(step)],
      ),
      notCompared: this.#notCompared,
      errors: [
        ...this.#desired.errors,
        ...[...this.#desired.incomplete].map(([entityRef, message]) => ({
          entityRef,
          message,
        })),
      ],
    };
  }
}
