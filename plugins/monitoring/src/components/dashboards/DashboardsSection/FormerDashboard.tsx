import { ReactElement, useMemo } from 'react';
import {
  DashboardModel,
  parseDashboard,
} from '@sightline/backstage-plugin-monitoring-common';

/** Props of {@link FormerDashboard}. */
export interface FormerDashboardProps {
  json: unknown;
  children: (dashboard: DashboardModel) => ReactElement;
}

/** Reads a dashboard of any version. Load it lazily: it brings all former forms. */
export function FormerDashboard({ json, children }: FormerDashboardProps) {
  return children(useMemo(() => parseDashboard(json), [json]));
}
