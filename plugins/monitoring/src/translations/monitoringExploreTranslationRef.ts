import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { exploreMessages } from './exploreMessages';

/**
 * Texts of Explore, where metrics are asked for freely.
 *
 * @public
 */
export const monitoringExploreTranslationRef = createTranslationRef({
  id: 'plugin.monitoring.explore',
  messages: { explore: exploreMessages },
});
