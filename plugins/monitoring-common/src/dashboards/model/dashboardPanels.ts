import { DashboardModel, PanelModel } from '../types';

/**
 * All panels of a dashboard, row by row.
 *
 * @public
 */
export function dashboardPanels(dashboard: DashboardModel): PanelModel[] {
  return dashboard.sections.flatMap(section => section.panels);
}
