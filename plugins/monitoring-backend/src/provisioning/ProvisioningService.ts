import {
  ManagedObject,
  ProvisioningRun,
} from '@sightline/backstage-plugin-monitoring-common';
import { ProvisioningStore } from './store';

/** What the screens may know of provisioning. */
export interface ProvisioningService {
  /** Objects of one entity, as the last run left them. */
  listObjects(entityRef: string): Promise<ManagedObject[]>;
  /** `undefined` before the first run. */
  lastRun(): Promise<ProvisioningRun | undefined>;
  /** ISO 8601; `undefined` when no reconcile has looked at the entity yet. */
  lastReconciledAt(entityRef: string): Promise<string | undefined>;
}

/** {@link ProvisioningService} on the store. */
export class DefaultProvisioningService implements ProvisioningService {
  readonly #store: ProvisioningStore;

  static create(options: {
    store: ProvisioningStore;
  }): DefaultProvisioningService {
    return new DefaultProvisioningService(options.store);
  }

  private constructor(store: ProvisioningStore) {
    this.#store = store;
  }

  async listObjects(entityRef: string): Promise<ManagedObject[]> {
    const objects = await this.#store.listObjects({ entityRef });
    return objects.map(
      ({ entityRef: _entityRef, hash, unwantedSince, ...object }) => object,
    );
  }

  async lastRun(): Promise<ProvisioningRun | undefined> {
    return this.#store.lastRun();
  }

  async lastReconciledAt(entityRef: string): Promise<string | undefined> {
    return (await this.#store.lastReconciledAt(entityRef))?.toISOString();
  }
}
