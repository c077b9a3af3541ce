import {
  ActiveAlert,
  DashboardMark,
  DashboardModel,
  DataFrame,
  PanelKind,
  PanelModel,
  PanelQueryResult,
  VariableValues,
} from '@sightline/backstage-plugin-monitoring-common';
import { MonitoringTimeRange } from '../../api';

const WITHOUT_QUERY: ReadonlySet<PanelKind> = new Set([
  'text',
  'alertlist',
  'dashlist',
  'unsupported',
]);

/** Whether a panel shows data from Prometheus. */
export function isQueried({ kind }: Pick<PanelModel, 'kind'>): boolean {
  return !WITHOUT_QUERY.has(kind);
}

/** What is known of a panel's data. */
export interface PanelData {
  /** Whether a query is under way. */
  isLoading: boolean;
  /** The last answer; kept while a newer one is read. */
  result?: PanelQueryResult;
  /** The time that `result` is about. */
  range?: MonitoringTimeRange;
  /** For people: why the panel has no answer. */
  failure?: string;
}

/** What every panel is given. */
export interface PanelProps {
  panel: PanelModel;
  title: string;
  /** The answers: transformed, configured and named, see `preparePanelData`. */
  frames: DataFrame[];
  /** The time that `frames` are about. */
  range: MonitoringTimeRange;
  variables: VariableValues;
  /** What fires and is about this panel. */
  alerts: ActiveAlert[];
  /** Annotations, deployments and changes of Sightline that this panel shows. */
  marks: DashboardMark[];
  /** Whether the pointer's time, and its tooltip, show in the other panels too. */
  cursorSync: DashboardModel['cursorSync'];
  onZoom: (range: MonitoringTimeRange) => void;
}
