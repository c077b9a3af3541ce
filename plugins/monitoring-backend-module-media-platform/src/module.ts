import { createBackendModule } from '@backstage/backend-plugin-api';
import { monitoringPacksExtensionPoint } from '@sightline/backstage-plugin-monitoring-node';
import { mediaPlatformPacks } from './mediaPlatformPacks';

/**
 * Adds the packs of the media platform to the monitoring plugin.
 *
 * @public
 */
export const monitoringModuleMediaPlatform = createBackendModule({
  pluginId: 'monitoring',
  moduleId: 'media-platform',
  register(env) {
    env.registerInit({
      deps: { packs: monitoringPacksExtensionPoint },
      async init({ packs }) {
        packs.addPacks(...mediaPlatformPacks);
      },
    });
  },
});
