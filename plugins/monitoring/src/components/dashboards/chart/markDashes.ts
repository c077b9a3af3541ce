import { DashboardMark } from '@sightline/backstage-plugin-monitoring-common';

/** How the line of a mark is drawn: colour alone does not tell the kinds apart. */
export const MARK_DASHES: Record<DashboardMark['kind'], number[]> = {
  annotation: [5, 5],
  alert: [2, 3],
  deployment: [],
  provisioning: [8, 3, 2, 3],
};
