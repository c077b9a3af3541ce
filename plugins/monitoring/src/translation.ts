import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { messages } from './translations/messages';

/**
 * All texts of the monitoring screens. Override or translate them in the app.
 *
 * @public
 */
export const monitoringTranslationRef = createTranslationRef({
  id: 'plugin.monitoring',
  messages,
});
