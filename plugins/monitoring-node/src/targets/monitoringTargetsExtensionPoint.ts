import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { ProvisioningTarget } from './ProvisioningTarget';

/**
 * Where modules add targets of their own.
 *
 * @public
 */
export interface MonitoringTargetsExtensionPoint {
  /**
   * @remarks
   *
   * Nothing goes to it before `monitoring.provisioning.dashboards`, `.alerts` or `.slos` names its
   * id.
   *
   * @throws `ConflictError` when a target with that id is there already
   */
  addTargets(...targets: ProvisioningTarget[]): void;
}

/**
 * @public
 */
export const monitoringTargetsExtensionPoint =
  createExtensionPoint<MonitoringTargetsExtensionPoint>({
    id: 'monitoring.targets',
  });
