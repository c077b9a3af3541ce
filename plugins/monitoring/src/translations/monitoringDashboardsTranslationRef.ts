import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { dashboardMessages } from './dashboardMessages';

/**
 * Texts of dashboards and their panels.
 *
 * @public
 */
export const monitoringDashboardsTranslationRef = createTranslationRef({
  id: 'plugin.monitoring.dashboards',
  messages: { dashboards: dashboardMessages },
});
