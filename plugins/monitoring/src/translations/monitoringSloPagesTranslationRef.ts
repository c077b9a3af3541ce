import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { monitoringPageMessages, sloListMessages } from './sloListMessages';
import { sloPageMessages } from './sloPageMessages';

/**
 * Texts of the page of an SLO, of the list of all, and of the portal-wide page.
 *
 * @public
 */
export const monitoringSloPagesTranslationRef = createTranslationRef({
  id: 'plugin.monitoring.slo-pages',
  messages: {
    monitoringPage: monitoringPageMessages,
    sloList: sloListMessages,
    sloPage: sloPageMessages,
  },
});
