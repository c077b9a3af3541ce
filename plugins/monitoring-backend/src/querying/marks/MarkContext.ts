import { MonitoredEntity, scopeMatchers } from '../../catalog';
import { GrafanaReader } from '../dashboards';
import { PrometheusInstance } from '../PrometheusInstance';
import { TimeRange } from '../range';
import { ReadVariables } from '../variables/VariableReader';

/** What all annotations of a request share. */
export interface MarkContext {
  entity: MonitoredEntity;
  uid: string;
  range: TimeRange;
  signal?: AbortSignal;
  /** Tells people apart, so that none takes all there is of a server. */
  caller?: string;
  /** Of the environment. */
  grafana?: GrafanaReader;
  /** Read when the first annotation needs it. */
  prometheus: () => Promise<{
    instance: PrometheusInstance;
    read: ReadVariables;
    scope: ReturnType<typeof scopeMatchers>;
  }>;
}
