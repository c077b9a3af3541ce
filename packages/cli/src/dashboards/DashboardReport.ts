import {
  describeIgnored,
  describeSupport,
  IgnoredPart,
  PanelSupport,
  parseDashboard,
} from '@sightline/backstage-plugin-monitoring-common';

/** How many panels are drawn, in part, or not. */
export interface PanelCounts {
  panels: number;
  drawn: number;
  partly: number;
  unsupported: number;
}

/** What is drawn of one dashboard. */
export interface DashboardReport extends PanelCounts {
  file: string;
  title: string;
  uid?: string;
  /** Those that are not drawn, or not all of them. */
  problems: PanelSupport[];
  /** Variables and annotations that are left out. */
  ignored: IgnoredPart[];
}

/** Looks at one dashboard. */
export function reportDashboard(file: string, json: unknown): DashboardReport {
  const dashboard = parseDashboard(json);
  const support = describeSupport(dashboard);
  const count = (state: PanelSupport['state']) =>
    support.filter(one => one.state === state).length;
  return {
    file,
    title: dashboard.title,
    ...(dashboard.uid && { uid: dashboard.uid }),
    panels: support.length,
    drawn: count('drawn'),
    partly: count('partly'),
    unsupported: count('unsupported'),
    problems: support.filter(({ state }) => state !== 'drawn'),
    ignored: describeIgnored(dashboard),
  };
}

/** All panels of all dashboards. */
export function totalOf(reports: DashboardReport[]): PanelCounts {
  const sum = (name: keyof PanelCounts) =>
    reports.reduce((total, one) => total + one[name], 0);
  return {
    panels: sum('panels'),
    drawn: sum('drawn'),
    partly: sum('partly'),
    unsupported: sum('unsupported'),
  };
}
