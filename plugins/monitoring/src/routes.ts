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
 * From the entity's tab and the home page to the portal-wide page. External and optional: an
 * adopter may have those without the page.
 */
export const monitoringPageRouteRef = createExternalRouteRef({
  id: 'monitoring:page',
  optional: true,
  defaultTarget: 'monitoring.root',
});
