import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { notificationMessages } from './notificationMessages';
import { provisioningMessages } from './provisioningMessages';

/**
 * Texts of what is provisioned, and of notification channels.
 *
 * @public
 */
export const monitoringProvisioningTranslationRef = createTranslationRef({
  id: 'plugin.monitoring.provisioning',
  messages: {
    notifications: notificationMessages,
    provisioning: provisioningMessages,
  },
});
