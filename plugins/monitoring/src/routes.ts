import { createRouteRef } from '@backstage/core-plugin-api';

/** The entity's "Monitoring" tab. */
export const entityContentRouteRef = createRouteRef({
  id: 'monitoring:entity-content',
});
