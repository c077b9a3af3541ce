import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/core-plugin-api';

/** The portal-wide page "Monitoring". */
export const rootRouteRef = createRouteRef({ id: 'monitoring' });

/** The entity's "Monitoring" tab. */
export const entityContentRouteRef = createRouteRef({
  id: 'monitoring:entity-content',
});

/**
 * From the entity's tab to the portal-wide page. External and optional: an adopter may have the
 * tab without the page.
 */
export const provisioningPageRouteRef = createExternalRouteRef({
  id: 'monitoring:page',
  optional: true,
  defaultTarget: 'monitoring.root',
});
