import { AlertInstance } from '../evaluation';
import { AlertRule } from '../state/GrafanaState';

/** An alert that somebody is to be told of. */
export interface ToldAlert {
  rule: AlertRule;
  instance: AlertInstance;
  fingerprint: string;
  startsAt: Date;
  /** Absent while it fires. */
  endsAt?: Date;
}

/** Alerts that one message tells of. */
export interface AlertGroup {
  receiver: string;
  /** Those by which the alerts are grouped. */
  labels: Record<string, string>;
  alerts: ToldAlert[];
}
