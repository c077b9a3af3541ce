import { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import {
  BurnRateCatalogue,
  NotificationChannelType,
  NotifyReference,
  SloWindow,
} from '@sightline/backstage-plugin-monitoring-common';

/** How a request to an upstream proves who it is. */
export type UpstreamAuth =
  | { method: 'none' }
  | { method: 'bearer'; token: string }
  | { method: 'basic'; username: string; password: string }
  | { method: 'headers'; headers: Record<string, string> };

/** Whom we trust and who we are, in PEM. */
export interface TlsConfig {
  /** Absent: the authorities that Node trusts. */
  ca?: string;
  cert?: string;
  key?: string;
  /** Absent: the host of the URL. */
  serverName?: string;
}

/** Which program answers; they differ in little. */
export type PrometheusType =
  | 'prometheus'
  | 'thanos'
  | 'mimir'
  | 'victoriametrics';

/** Where the trace of an exemplar is seen. */
export interface ExemplarLink {
  /** Of the exemplar: `trace_id`. */
  label: string;
  /** `http` or `https`; `${{ value }}` stands for the label's value, behind the host. */
  url: string;
  title: string;
}

/** How long answers of range queries are known; durations in milliseconds. */
export interface RangeCacheConfig {
  /** Nothing younger is kept: samples may come in late. */
  freshness: number;
  /** Nothing is used that was asked for longer ago. */
  maxAge: number;
}

/** What is kept of all servers together. */
export interface CacheConfig {
  /** Of the answers of range queries. */
  maxBytes: number;
  /** Of panels' answers as they are sent. */
  maxSentBytes: number;
}

/** One configured Prometheus-compatible server. */
export interface PrometheusConfig {
  id: string;
  /** Absent: `prometheus`. */
  type?: PrometheusType;
  /** Without a trailing slash; that of Grafana's data source when Grafana is asked. */
  url: string;
  /** Whose data is meant, as the server takes it: several are joined by `|`. */
  tenant?: string;
  /** Absent: it is asked directly. */
  grafana?: { id: string; /** A uid. */ datasource: string };
  tls?: TlsConfig;
  /** Addresses and ranges where it must not be. */
  denyAddresses?: string[];
  /** Whether answers are asked for compressed; absent: they are. */
  compression?: boolean;
  /** Whether an answer may lack the data of stores that are down; it says so then. */
  partialResponse?: boolean;
  scope: { label: string; from: string }[];
  /** Which labels of exemplars lead to traces; absent: none. */
  exemplars?: ExemplarLink[];
  auth: UpstreamAuth;
  limits: {
    /** In milliseconds. */
    timeout: number;
    maxSeries: number;
    maxConcurrent: number;
    maxResponseBytes: number;
  };
  /** Absent: nothing is kept. */
  cache?: RangeCacheConfig;
}

/** Dashboards that entities may link to: those in one of the folders, or with one of the tags. */
export interface LinkableDashboards {
  /** Uids; `general` is where dashboards without a folder are. */
  folders: string[];
  tags: string[];
}

/** One configured Grafana. */
export interface GrafanaConfig {
  id: string;
  /** Without a trailing slash. */
  url: string;
  /** Without a trailing slash. */
  publicUrl: string;
  auth: UpstreamAuth;
  tls?: TlsConfig;
  folder: string;
  /** What has a folder of its own in `folder`; absent: nothing. */
  folders?: { by: 'none' | 'owner' | 'system' };
  datasource?: string;
  /** Id of a Prometheus → uid of the data source that asks it; of the others see `datasource`. */
  datasources?: Record<string, string>;
  /** Absent: entities may link to none. */
  linkedDashboards?: LinkableDashboards;
}

/** One configured Alertmanager. */
export interface AlertmanagerConfig {
  id: string;
  url: string;
  auth: UpstreamAuth;
  tls?: TlsConfig;
  tenant?: string;
}

/** Where a channel's messages go; secrets included, so it never leaves the process. */
export type ChannelSettings =
  | { type: 'email'; addresses: string[] }
  /** By an incoming webhook. */
  | { type: 'slack'; url: string }
  /** By a bot's token. */
  | { type: 'slack'; token: string; channel: string; apiUrl: string }
  | { type: 'webhook'; url: string; auth: UpstreamAuth }
  | { type: 'pagerduty'; routingKey: string; url?: string }
  | { type: 'opsgenie'; apiKey: string; url?: string }
  | { type: 'teams'; url: string }
  | { type: 'googlechat'; url: string };

/** A channel that entities can name in `monitoring/notify`. */
export interface ChannelConfig {
  name: string;
  type: NotificationChannelType;
  settings: ChannelSettings;
}

/** The mail server of channels of type email, where Alertmanager sends. */
export interface MailServerConfig {
  from: string;
  /** `host:port`. */
  smarthost: string;
  username?: string;
  password?: string;
  requireTls: boolean;
}

/** A span of time that comes again and again, as Alertmanager and Grafana write it. */
export interface TimeInterval {
  /** `HH:MM`; the end is not part of it. */
  times?: { start_time: string; end_time: string }[];
  /** `monday`, `monday:friday`. */
  weekdays?: string[];
  /** `1:7`, `-1`. */
  days_of_month?: string[];
  /** `december`, `6:8`. */
  months?: string[];
  /** `2027`, `2027:2028`. */
  years?: string[];
  /** IANA name; absent: UTC. */
  location?: string;
}

/** When alerts tell nobody. */
export interface MuteTimingConfig {
  name: string;
  /** At least one. */
  intervals: TimeInterval[];
}

/** Who can be told, and who is when an entity names nobody. */
export interface NotificationsConfig {
  channels: ChannelConfig[];
  default: NotifyReference[];
  email?: MailServerConfig;
  muteTimings: MuteTimingConfig[];
}

/** The configuration file of an Alertmanager that Sightline writes. */
export interface AlertmanagerFileConfig {
  /** The operator's own part; absent: there is none. */
  base?: string;
  /** What Alertmanager reads. */
  file: string;
  /** Of `file`: `0o640`; absent: as it is, or for its owner alone when it is new. */
  fileMode?: number;
  reloadUrl?: string;
  /** Of the reload. */
  auth: UpstreamAuth;
  amtool?: string;
  /** Of the Alertmanager: `[0, 25]`; decides which receivers it has. */
  version: [number, number];
}

/** A folder of rule files that one Prometheus reads. */
export interface RuleFilesConfig {
  /** Of the target: `rule-files:<id>`. */
  id: string;
  directory: string;
  /** Id of the server that reads the folder; absent when none is configured. */
  prometheus?: string;
  reloadUrl?: string;
  /** Of the reload. */
  auth?: UpstreamAuth;
  promtool?: string;
}

/** The ruler of one tenant of a Mimir. */
export interface MimirConfig {
  /** Of the target: `mimir:<id>`. */
  id: string;
  /** Id of the server whose series its rules read. */
  prometheus?: string;
  /** Without a trailing slash; rules are below its `/config/v1/rules`. */
  url: string;
  tenant?: string;
  auth: UpstreamAuth;
  tls?: TlsConfig;
  /** The rules of everybody else are in others. */
  namespace: string;
}

/** The provisioning part of the configuration, defaults applied. */
export interface ProvisioningConfig {
  schedule: SchedulerServiceTaskScheduleDefinition;
  /** `remove`: everything of ours goes, and nothing is written any more. */
  mode: 'apply' | 'plan' | 'remove';
  /** `grafana`, `none` or the id of a target that a module added. */
  dashboards: string;
  /** `grafana`, `ruleFiles`, `mimir`, `none` or the id of a target that a module added. */
  alerts: string;
  /** `grafana`, `ruleFiles`, `mimir`, `none` or the id of a target that a module added. */
  slos: string;
  /** At most one for each Prometheus. */
  ruleFiles: RuleFilesConfig[];
  /** At most one for each Prometheus. */
  mimir: MimirConfig[];
  alertmanagerConfig?: AlertmanagerFileConfig;
  onDrift: 'keep' | 'revert';
  prune: {
    enabled: boolean;
    /** In milliseconds. */ grace: number;
    maxShare: number;
  };
}

/** What holds for SLOs that say nothing else. */
export interface SloConfig {
  defaultWindow: SloWindow;
  /** IANA name, of calendar windows that name none. */
  timeZone: string;
  /** Absent: the built-in one. */
  catalogue?: BurnRateCatalogue;
  /** Burn-rate pairs stay quiet with no more events than this in their long window. */
  minimumEvents?: number;
}

/** The `monitoring` root of the configuration, checked, defaults applied. */
export interface MonitoringConfig {
  defaultSelector: string;
  prometheus: PrometheusConfig[];
  /** Absent: the usual bounds. */
  cache: CacheConfig;
  grafana: GrafanaConfig[];
  alertmanager: AlertmanagerConfig[];
  provisioning: ProvisioningConfig;
  notifications: NotificationsConfig;
  observing: {
    /** In milliseconds. */ alertsInterval: number;
    /** In milliseconds. */ slosInterval: number;
    /** Labels by which copies of one alert differ; absent: those that usually do. */
    replicaLabels?: string[];
  };
  slo: SloConfig;
  /** What people may ask freely. */
  explore: {
    /** Also of servers without a scope. */
    allowUnscoped: boolean;
  };
  runbookBaseUrl?: string;
}
