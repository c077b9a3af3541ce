import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { monitoringPageMessages, sloListMessages } from './sloListMessages';
import { sloMessages } from './sloMessages';
import { sloPageMessages } from './sloPageMessages';

/**
 * Texts of SLOs: their cards, pages and the list of all.
 *
 * @public
 */
export const monitoringSlosTranslationRef = createTranslationRef({
  id: 'plugin.monitoring.slos',
  messages: {
    monitoringPage: monitoringPageMessages,
    slo: sloMessages,
    sloList: sloListMessages,
    sloPage: sloPageMessages,
  },
});
