import { ConflictError } from '@backstage/errors';
import {
  MonitoringTargetsExtensionPoint,
  ProvisioningTarget,
} from '@sightline/backstage-plugin-monitoring-node';

/** The targets that modules add. */
export class TargetRegistry implements MonitoringTargetsExtensionPoint {
  readonly #targets = new Map<string, ProvisioningTarget>();

  static create(): TargetRegistry {
    return new TargetRegistry();
  }

  private constructor() {}

  addTargets(...targets: ProvisioningTarget[]): void {
    for (const target of targets) {
      if (this.#targets.has(target.id)) {
        throw new ConflictError(
          `Two targets of provisioning are called '${target.id}'; remove one of the modules that add it`,
        );
      }
      this.#targets.set(target.id, target);
    }
  }

  /** In the order in which they were added. */
  list(): ProvisioningTarget[] {
    return [...this.#targets.values()];
  }
}
