import { ProvisionKind } from '@sightline/backstage-plugin-monitoring-common';
import { DesiredObject } from '@sightline/backstage-plugin-monitoring-node';
import {
  datasourceOf,
  GrafanaConfig,
  grafanaOf,
  MonitoringConfig,
  ruleRoute,
} from '../../config';
import { ResolvedMonitoring } from '../../packs';
import { desiredAlertGroups, desiredGrafanaAlerts } from './desiredAlerts';
import {
  desiredContactPoints,
  WantedContactPoint,
} from './desiredContactPoints';
import {
  desiredDashboards,
  desiredDashboardsElsewhere,
} from './desiredDashboards';
import { dashboardFolder } from './desiredFolders';
import { mutesOf } from './desiredMuteTimings';
import { desiredSlos, DesiredSlos } from './desiredSlos';

/** What one environment of an entity asks for, and what it shares with others. */
export interface EntityObjects {
  /** Its own. */
  objects: DesiredObject[];
  /** Its own that `monitoring/provision` leaves out. */
  disabled: DesiredObject[];
  /** What it gives to the shared SLO rules. */
  parts: DesiredObject[];
  /** What had SLO rules before that are elsewhere now: its uid and target, and the key of the other. */
  moved?: { uid: string; target: string; to: string };
  /** Folder of its dashboards below the root. */
  folder?: DesiredObject;
  /** Where its alerts are told of, and which mute timings they name. */
  told?: {
    grafana: GrafanaConfig;
    /** Shared contact points. */
    contactPoints: WantedContactPoint[];
    muteTimings: string[];
  };
}

function dashboardsOf(
  monitoring: ResolvedMonitoring,
  config: MonitoringConfig,
): { objects: DesiredObject[]; folder?: DesiredObject } {
  const { dashboards: destination } = config.provisioning;
  if (destination === 'none') {
    return { objects: [] };
  }
  if (destination !== 'grafana') {
    return { objects: desiredDashboardsElsewhere(monitoring, destination) };
  }
  const { spec } = monitoring;
  const grafana = grafanaOf(spec, config);
  if (!grafana) {
    return { objects: [] };
  }
  const folder = dashboardFolder(spec, grafana);
  const objects = desiredDashboards(monitoring, {
    grafana,
    folder: folder?.uid,
    // Where none asks its server, a person chooses in the dashboard.
    datasource: datasourceOf(spec, grafana, config)?.uid ?? grafana.datasource,
  });
  return { objects, ...(objects.length > 0 ? { folder } : {}) };
}

function dashboardUrls(
  { spec }: ResolvedMonitoring,
  config: MonitoringConfig,
): (uid: string, panelId?: number) => string | undefined {
  const grafana =
    config.provisioning.dashboards === 'grafana'
      ? grafanaOf(spec, config)
      : undefined;
  return (uid, panelId) =>
    grafana &&
    `${grafana.publicUrl}/d/${uid}${
      panelId === undefined ? '' : `?viewPanel=${panelId}`
    }`;
}

function alertsOf(
  monitoring: ResolvedMonitoring,
  config: MonitoringConfig,
): { objects: DesiredObject[]; told?: EntityObjects['told'] } {
  const { spec, alerts } = monitoring;
  const route = ruleRoute('alerts', spec, config);
  switch (route.form) {
    case 'groups':
      return {
        objects: desiredAlertGroups(monitoring, {
          target: route.target,
          dashboardUrl: dashboardUrls(monitoring, config),
        }),
      };
    case 'grafana': {
      const { grafana } = route;
      const objects = desiredGrafanaAlerts(monitoring, route);
      const contactPoints = desiredContactPoints(
        monitoring,
        grafana,
        config.notifications.channels,
      );
      return {
        objects,
        told: {
          grafana,
          contactPoints,
          // A rule names them beside its contact point, and only there.
          muteTimings:
            contactPoints.length > 0
              ? alerts.flatMap(({ severity }) => mutesOf(spec, severity))
              : [],
        },
      };
    }
    default:
      return { objects: [] };
  }
}

function slosOf(
  monitoring: ResolvedMonitoring,
  config: MonitoringConfig,
): DesiredSlos & { target?: string } {
  const route = ruleRoute('slos', monitoring.spec, config);
  return route.form === 'groups'
    ? {
        target: route.target,
        ...desiredSlos(monitoring, {
          target: route.target,
          runbookBaseUrl: config.runbookBaseUrl,
        }),
      }
    : {};
}

function workOut(
  monitoring: ResolvedMonitoring,
  config: MonitoringConfig,
): EntityObjects {
  const { provision } = monitoring.spec;
  const wants = (kind: ProvisionKind) => provision.includes(kind);
  const dashboards = dashboardsOf(monitoring, config);
  const alerts = alertsOf(monitoring, config);
  const slos = slosOf(monitoring, config);
  const parts = slos.part ? [slos.part] : [];
  const own: [ProvisionKind, DesiredObject[]][] = [
    ['dashboards', dashboards.objects],
    ['alerts', alerts.objects],
    ['slos', slos.own ? [slos.own] : []],
  ];
  const { told } = alerts;
  const mine = told?.contactPoints.filter(({ shared }) => !shared) ?? [];
  return {
    objects: [
      ...own.flatMap(([kind, objects]) => (wants(kind) ? objects : [])),
      ...(wants('alerts') ? mine.map(({ create }) => create()) : []),
    ],
    disabled: [
      ...own.flatMap(([kind, objects]) => (wants(kind) ? [] : objects)),
      ...(wants('slos') ? [] : parts),
    ],
    parts: wants('slos') ? parts : [],
    ...(wants('slos') && slos.moved && slos.target
      ? { moved: { ...slos.moved, target: slos.target } }
      : {}),
    ...(wants('dashboards') ? { folder: dashboards.folder } : {}),
    ...(told && wants('alerts')
      ? {
          told: {
            ...told,
            contactPoints: told.contactPoints.filter(({ shared }) => shared),
          },
        }
      : {}),
  };
}

const known = new WeakMap<
  MonitoringConfig,
  WeakMap<ResolvedMonitoring, EntityObjects>
>();

/**
 * What one environment of an entity asks for. Worked out once for each resolved entity, which the
 * catalog gives again and again while nothing changes: most of a run is about the unchanged.
 */
export function entityObjects(
  monitoring: ResolvedMonitoring,
  config: MonitoringConfig,
): EntityObjects {
  const ofConfig = known.get(config) ?? new WeakMap();
  known.set(config, ofConfig);
  const found = ofConfig.get(monitoring) ?? workOut(monitoring, config);
  ofConfig.set(monitoring, found);
  return found;
}
