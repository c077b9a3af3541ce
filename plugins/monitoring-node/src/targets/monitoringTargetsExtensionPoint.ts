import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { ProvisioningTarget } from './ProvisioningTarget';

/**
 * Adds systems that Sightline can write to.
 *
 * @public
 */
export interface MonitoringTargetsExtensionPoint {
  /** @throws `ConflictError` when a target with that id is there already */
  addTarget(target: ProvisioningTarget): void;
}

/** @public */
export const monitoringTargetsExtensionPoint =
  createExtensionPoint<MonitoringTargetsExtensionPoint>({
    id: 'monitoring.targets',
  });
