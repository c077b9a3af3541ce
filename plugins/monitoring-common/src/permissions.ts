import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import { createPermission } from '@backstage/plugin-permission-common';

/**
 * See SLOs, alerts, and what is provisioned for an entity.
 *
 * @public
 */
export const monitoringReadPermission = createPermission({
  name: 'monitoring.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * Query the metrics of an entity: its dashboards' panels and SLO history.
 *
 * @public
 */
export const monitoringMetricsReadPermission = createPermission({
  name: 'monitoring.metrics.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * Ask Prometheus freely for what an entity's scope holds, beyond its dashboards.
 *
 * @public
 */
export const monitoringExplorePermission = createPermission({
  name: 'monitoring.explore',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * Send a test notification to the channels of an entity.
 *
 * @public
 */
export const monitoringNotificationsTestPermission = createPermission({
  name: 'monitoring.notifications.test',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * Apply, decide about and pause what is provisioned for an entity.
 *
 * @public
 */
export const monitoringProvisionPermission = createPermission({
  name: 'monitoring.provision',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * See the runs of provisioning over all entities.
 *
 * @public
 */
export const monitoringProvisioningReadPermission = createPermission({
  name: 'monitoring.provisioning.read',
  attributes: { action: 'read' },
});

/**
 * Start and stop runs over all entities, pause them, and confirm deletions.
 *
 * @public
 */
export const monitoringProvisioningManagePermission = createPermission({
  name: 'monitoring.provisioning.manage',
  attributes: { action: 'update' },
});

/**
 * All permissions of the plugin.
 *
 * @public
 */
export const monitoringPermissions = [
  monitoringReadPermission,
  monitoringMetricsReadPermission,
  monitoringExplorePermission,
  monitoringNotificationsTestPermission,
  monitoringProvisionPermission,
  monitoringProvisioningReadPermission,
  monitoringProvisioningManagePermission,
];
