import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { messages } from './messages';

/**
 * Texts that the monitoring screens share, and those of the home page and alerts.
 *
 * @public
 */
export const monitoringTranslationRef = createTranslationRef({
  id: 'plugin.monitoring',
  messages,
});
