import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { MonitoringChangeProcessor } from './MonitoringChangeProcessor';

/**
 * Publishes an event when what a catalog entity asks of monitoring changed.
 *
 * @public
 */
export const catalogModuleMonitoring = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'monitoring',
  register(env) {
    env.registerInit({
      deps: {
        events: eventsServiceRef,
        logger: coreServices.logger,
        processing: catalogProcessingExtensionPoint,
      },
      async init({ events, logger, processing }) {
        processing.addProcessor(
          MonitoringChangeProcessor.create({ events, logger }),
        );
      },
    });
  },
});
