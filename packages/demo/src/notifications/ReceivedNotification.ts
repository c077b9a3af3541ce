/** A message that a channel of the demo received. */
export interface ReceivedNotification {
  /** Name in `monitoring.notifications`. */
  channel: string;
  kind: 'email' | 'slack' | 'webhook';
  status: 'firing' | 'resolved';
  alertname?: string;
  /** Canonical ref. */
  entity?: string;
  /** Subject of a mail. */
  title: string;
  text: string;
  /** Of a mail. */
  html?: string;
  /** ISO 8601. */
  receivedAt: string;
  /** As it came: the JSON of a call, the source of a mail. */
  raw: unknown;
}
