import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { MonitoringPack } from './MonitoringPack';

/**
 * Adds packs to the monitoring plugin.
 *
 * @public
 */
export interface MonitoringPacksExtensionPoint {
  /**
   * @param packs - packs to add
   * @throws `ConflictError` when a pack with that id is there already
   */
  addPacks(...packs: MonitoringPack[]): void;
}

/** @public */
export const monitoringPacksExtensionPoint =
  createExtensionPoint<MonitoringPacksExtensionPoint>({
    id: 'monitoring.packs',
  });
