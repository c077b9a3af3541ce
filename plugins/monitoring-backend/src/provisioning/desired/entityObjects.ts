import {
  AlertSeverity,
  ProvisionKind,
} from '@sightline/backstage-plugin-monitoring-common';
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
import { desiredGrafanaSlos } from './desiredGrafanaSlos';
import { desiredSlos } from './desiredSlos';
import { hasUnreadSlos } from './unreadSlos';

/** Of a page and of a ticket. */
const SLO_SEVERITIES: AlertSeverity[] = ['critical', 'warning'];

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

/** Rules of one kind, and what they tell of in a Grafana. */
interface Rules {
  objects: DesiredObject[];
  /** Of alerts in this Grafana. */
  severities?: AlertSeverity[];
  grafana?: GrafanaConfig;
}

function alertsOf(
  monitoring: ResolvedMonitoring,
  config: MonitoringConfig,
): Rules {
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
    case 'grafana':
      return {
        objects: desiredGrafanaAlerts(monitoring, route),
        severities: alerts.map(({ severity }) => severity),
        grafana: route.grafana,
      };
    default:
      return { objects: [] };
  }
}

function slosOf(
  monitoring: ResolvedMonitoring,
  config: MonitoringConfig,
): Rules & Pick<EntityObjects, 'moved'> & { part?: DesiredObject } {
  const route = ruleRoute('slos', monitoring.spec, config);
  const { runbookBaseUrl } = config;
  switch (route.form) {
    case 'groups': {
      const { target } = route;
      const { own, part, moved } = desiredSlos(monitoring, {
        target,
        runbookBaseUrl,
      });
      return {
        objects: own ? [own] : [],
        part,
        ...(moved ? { moved: { ...moved, target } } : {}),
      };
    }
    case 'grafana': {
      const { objects, severities } = desiredGrafanaSlos(monitoring, {
        ...route,
        runbookBaseUrl,
      });
      return {
        objects,
        // Rules that stay for SLOs that cannot be read go on telling somebody.
        severities: hasUnreadSlos(monitoring) ? SLO_SEVERITIES : severities,
        grafana: route.grafana,
      };
    }
    default:
      return { objects: [] };
  }
}

/** Whom these rules tell; all are in one Grafana. */
function toldOf(
  monitoring: ResolvedMonitoring,
  config: MonitoringConfig,
  rules: Rules[],
): EntityObjects['told'] {
  const grafana = rules.find(found => found.grafana)?.grafana;
  if (!grafana) {
    return undefined;
  }
  const severities = rules.flatMap(found => found.severities ?? []);
  const contactPoints = desiredContactPoints(
    monitoring,
    grafana,
    config.notifications.channels,
    severities,
  );
  return {
    grafana,
    contactPoints,
    // A rule names them beside its contact point, and only there.
    muteTimings:
      contactPoints.length > 0
        ? severities.flatMap(severity => mutesOf(monitoring.spec, severity))
        : [],
  };
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
    ['slos', slos.objects],
  ];
  const told = toldOf(monitoring, config, [
    ...(wants('alerts') ? [alerts] : []),
    ...(wants('slos') ? [slos] : []),
  ]);
  const mine = told?.contactPoints.filter(({ shared }) => !shared) ?? [];
  return {
    objects: [
      ...own.flatMap(([kind, objects]) => (wants(kind) ? objects : [])),
      ...mine.map(({ create }) => create()),
    ],
    disabled: [
      ...own.flatMap(([kind, objects]) => (wants(kind) ? [] : objects)),
      ...(wants('slos') ? [] : parts),
    ],
    parts: wants('slos') ? parts : [],
    ...(wants('slos') && slos.moved ? { moved: slos.moved } : {}),
    ...(wants('dashboards') ? { folder: dashboards.folder } : {}),
    ...(told
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
