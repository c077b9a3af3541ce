import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { runMessages } from './runMessages';

/**
 * Texts of runs of provisioning and their steps.
 *
 * @public
 */
export const monitoringRunsTranslationRef = createTranslationRef({
  id: 'plugin.monitoring.runs',
  messages: { runs: runMessages },
});
