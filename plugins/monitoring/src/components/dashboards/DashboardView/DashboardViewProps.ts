import {
  ActiveAlert,
  DashboardMark,
  DashboardModel,
  DashboardVariable,
  VariableValues,
} from '@sightline/backstage-plugin-monitoring-common';
import { MonitoringTimeRange } from '../../../api';
import { QueryPanels } from './usePanelQueries';

/** Props of {@link DashboardView}. */
export interface DashboardViewProps {
  /** Under which the panels are queried. */
  uid: string;
  dashboard: DashboardModel;
  variables: VariableValues;
  /** Whether the values are not known yet: panels wait for them. */
  isWaiting?: boolean;
  /** With the choices that were found; absent means those of the dashboard. */
  definitions?: DashboardVariable[];
  /** A new object queries all panels again. */
  timeRange: MonitoringTimeRange;
  /** The same in the notation of addresses: `now-6h`; absent means fixed times. */
  chosenTime?: { from: string; to: string };
  queryPanels: QueryPanels;
  /** Called with the range that was marked on a chart. */
  onZoom: (range: MonitoringTimeRange) => void;
  /** The dashboard in Grafana; absent when there is none. */
  grafanaUrl?: string;
  /** Marked in the panels that they are about. */
  alerts?: ActiveAlert[];
  /** Shown over the graphs. */
  marks?: DashboardMark[];
  /** Whether all panels are read and drawn, for a print. */
  isPrintPrepared?: boolean;
  /** Called when they are. */
  onPrintReady?: () => void;
}
