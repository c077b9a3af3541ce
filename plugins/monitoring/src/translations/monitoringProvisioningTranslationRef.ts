import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { notificationMessages } from './notificationMessages';
import { provisioningMessages } from './provisioningMessages';
import { runMessages } from './runMessages';

/**
 * Texts of provisioning, its runs and notification channels.
 *
 * @public
 */
export const monitoringProvisioningTranslationRef = createTranslationRef({
  id: 'plugin.monitoring.provisioning',
  messages: {
    notifications: notificationMessages,
    provisioning: provisioningMessages,
    runs: runMessages,
  },
});
