import { AlertRule } from '../state/GrafanaState';

/** How an instance stands, as the state API names it. */
export type InstanceState =
  | 'Normal'
  | 'Pending'
  | 'Alerting'
  | 'Recovering'
  | 'NoData'
  | 'Error';

/**
 * Why a state is not what the condition alone says: no data or an error that the rule takes for
 * another state, a series that is gone, a rule that was changed or paused.
 */
export type StateReason =
  | 'NoData'
  | 'NoData, KeepLast'
  | 'Error'
  | 'Error, KeepLast'
  | 'MissingSeries'
  | 'Updated'
  | 'Paused';

/** One series that a rule judges, or the lack of any. */
export interface AlertInstance {
  /** Those of the series and of the rule, `alertname` and `grafana_folder`; no internal ones. */
  labels: Record<string, string>;
  /** With their templates filled in. */
  annotations: Record<string, string>;
  state: InstanceState;
  reason?: StateReason;
  /** Since when it is in this state; what the state API calls `activeAt`. */
  startsAt: Date;
  /** When it was last seen. */
  evaluatedAt: Date;
  /** By refId: the number of each query and expression for this series. */
  values: Record<string, number>;
  /** What went wrong, in states that an error made. */
  error?: string;
}

/** An instance that went from one state to another. */
export interface AlertTransition {
  rule: AlertRule;
  previous: Pick<AlertInstance, 'state' | 'reason'>;
  /** As it stands now. */
  instance: AlertInstance;
  at: Date;
}
