import { createContext } from 'react';
import {
  ActiveAlert,
  DashboardSummary,
} from '@sightline/backstage-plugin-monitoring-common';

/** What panels that list things know of the entity around their dashboard. */
export interface DashboardSurroundings {
  entityRef: string;
  /** Uid of the dashboard that they are in. */
  uid: string;
  /** All that is pending or fires on the entity. */
  alerts: ActiveAlert[];
  /** The entity's own; tags of those that are known. */
  dashboards: (DashboardSummary & { tags?: string[] })[];
  /** Address of another dashboard on this page, for a link. */
  pathOf: (uid: string) => string;
  /** Shows another dashboard on this page. */
  openDashboard: (uid: string) => void;
}

/** See {@link DashboardSurroundings}; panels outside of a page have none. */
export const DashboardContext = createContext<
  DashboardSurroundings | undefined
>(undefined);
