import {
  AlertSeverity,
  AnnotationProblem,
  EntityNotification,
  MonitoringSpec,
  Slo,
  ThresholdOperator,
  UnresolvedSlo,
} from '@sightline/backstage-plugin-monitoring-common';

/** A dashboard that an entity gets from one of its packs. */
export interface ResolvedDashboard {
  /** Stable key of the managed object. */
  key: string;
  /** Uid in Grafana, and in our API. */
  uid: string;
  pack: string;
  /** The pack's id of the dashboard. */
  id: string;
  title: string;
  /**
   * Grafana dashboard JSON, v1, with `uid` set and without owner marks. Made anew each time it is
   * read, and large: read it only to use it, and do not spread what holds it.
   */
  readonly model: Record<string, unknown>;
}

/** An alert that an entity gets from one of its packs, overrides applied. */
export interface ResolvedAlert {
  pack: string;
  name: string;
  expression: string;
  operator: ThresholdOperator;
  threshold: number;
  /** How the value is written for people. */
  unit: 'percent' | 'seconds' | 'bytes' | 'number';
  /** In seconds. */
  for: number;
  severity: AlertSeverity;
  summary: string;
  description: string;
  runbookUrl?: string;
  /** Where a person sees it. */
  dashboard?: { uid: string; panelId: number };
}

/** All that one entity's annotations come to, once its packs are known. */
export interface ResolvedMonitoring {
  spec: MonitoringSpec;
  problems: AnnotationProblem[];
  dashboards: ResolvedDashboard[];
  alerts: ResolvedAlert[];
  slos: Slo[];
  /** SLOs that are asked for and cannot be measured; absent when there are none. */
  invalidSlos?: UnresolvedSlo[];
  /** Its tab in the portal, where that is known. */
  entityUrl?: string;
  /** Channels that its alerts go to. */
  notifications: EntityNotification[];
  /**
   * Why the rest is not known: a pack is missing or failed. Present means that what is here must
   * not replace what the entity had.
   */
  incomplete?: string;
}
