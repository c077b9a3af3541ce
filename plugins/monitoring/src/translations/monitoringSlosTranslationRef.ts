import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { sloMessages } from './sloMessages';

/**
 * Texts of SLOs wherever they are shown.
 *
 * @public
 */
export const monitoringSlosTranslationRef = createTranslationRef({
  id: 'plugin.monitoring.slos',
  messages: { slo: sloMessages },
});
