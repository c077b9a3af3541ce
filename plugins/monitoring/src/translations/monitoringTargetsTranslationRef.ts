import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { targetMessages } from './targetMessages';

/**
 * Texts about what is scraped of a service.
 *
 * @public
 */
export const monitoringTargetsTranslationRef = createTranslationRef({
  id: 'plugin.monitoring.targets',
  messages: { targets: targetMessages },
});
