/** Ports of everything that the demo runs or points to. */
export interface DemoPorts {
  /** Of the portal's address, which the demo does not start. */
  portal: number;
  backend: number;
  /** Where the backend offers its own metrics. */
  metrics: number;
  prometheus: number;
  alertmanager: number;
  grafana: number;
  /** Metrics pages and incidents. */
  control: number;
}

/** The addresses that the documentation names. */
export const DEFAULT_PORTS: DemoPorts = {
  portal: 3000,
  backend: 7007,
  metrics: 9465,
  prometheus: 9090,
  alertmanager: 9093,
  grafana: 3001,
  control: 9464,
};

/** A Grafana to use instead of the stand-in. */
export interface GrafanaAccess {
  url: string;
  /** Token of a service account with the role Editor. */
  token: string;
}

/** Where the demo's alert rules live: in files of Prometheus, or in Grafana. */
export type DemoAlerts = 'ruleFiles' | 'grafana';

/** What `startDemo` is told. */
export interface DemoOptions {
  /** Where everything that the demo writes goes. */
  directory: string;
  /** Default: `history` in the directory. May be shared, to simulate 30 days only once. */
  historyDirectory?: string;
  ports?: Partial<DemoPorts>;
  grafana?: GrafanaAccess;
  /** Default: `ruleFiles`. */
  alerts?: DemoAlerts;
  /** One line per step, for people. */
  onStep?: (line: string) => void;
  /** Unix seconds. */
  now?: () => number;
}
