import {
  AnnotationProblem,
  EntityNotification,
  MONITORING_ANNOTATION_PACKS,
  MonitoringSpec,
  Parsed,
  resolveSlos,
  SloAlertingDefaults,
} from '@sightline/backstage-plugin-monitoring-common';
import { PackAlert } from '@sightline/backstage-plugin-monitoring-node';
import { entityUrl } from './entityLink';
import { findUnknownOverrides, overrideAlerts } from './overrideAlerts';
import { PackRegistry } from './PackRegistry';
import { plainAddress } from './plainAddress';
import { dashboardUid, resolveDashboards } from './resolveDashboards';
import { Channels, resolveNotifications } from './resolveNotifications';
import { resolvePacks } from './resolvePacks';
import { runbookUrl } from './runbookUrl';
import { ResolvedAlert, ResolvedMonitoring } from './types';

/** Where the addresses in dashboards and alerts lead, and where rules can go. */
export interface ResolveMonitoringOptions {
  /** Runbooks of entities that name none of their own; without a trailing slash. */
  runbookBaseUrl?: string;
  /** The portal; without it dashboards have no link back to their entity. */
  portalUrl?: string;
  /** Why an entity's rules are written nowhere. */
  findRulesElsewhere?: (spec: MonitoringSpec) => AnnotationProblem[];
  /** Why an entity's mute timings have no effect. */
  findIdleMutes?: (
    spec: MonitoringSpec,
    notifications: EntityNotification[],
  ) => AnnotationProblem[];
  /** How SLOs alert that do not say it themselves. */
  alerting?: SloAlertingDefaults;
  /** Who can be told; absent: nobody. */
  channels?: Channels;
  /**
   * Pack id → which of its probes the entity's series answer to; absent when nobody could look.
   */
  found?: ReadonlyMap<string, readonly string[]>;
}

function resolveAlert(
  spec: MonitoringSpec,
  pack: string,
  alert: PackAlert,
  runbookBaseUrl: string | undefined,
): ResolvedAlert {
  const { panel, runbook, ...rest } = alert;
  const page = runbookUrl(spec, runbookBaseUrl, runbook ?? alert.name);
  return {
    ...rest,
    pack,
    // Of all that a person reads, only the summary is everywhere.
    ...(spec.environment
      ? { summary: `${rest.summary} (${spec.environment})` }
      : {}),
    ...(page ? { runbookUrl: page } : {}),
    ...(panel
      ? {
          dashboard: {
            uid: dashboardUid(spec, pack, panel.dashboard),
            panelId: panel.panelId,
          },
        }
      : {}),
  };
}

/** A pack, or an option of one, that was written so that nobody knows which: as if it were missing. */
function findLostPacks(problems: AnnotationProblem[]): string | undefined {
  return problems.some(
    ({ annotation, severity }) =>
      annotation === MONITORING_ANNOTATION_PACKS && severity === 'error',
  )
    ? `A part of ${MONITORING_ANNOTATION_PACKS} is not understood`
    : undefined;
}

/**
 * What an entity's annotations come to with the packs that are installed. Pure: same input, same
 * answer; what cannot be resolved is a problem, and everything else is used.
 */
export function resolveMonitoring(
  parsed: Parsed<MonitoringSpec>,
  registry: PackRegistry,
  options: ResolveMonitoringOptions = {},
): ResolvedMonitoring {
  const { runbook } = parsed.value;
  const spec: MonitoringSpec = {
    ...parsed.value,
    ...(runbook ? { runbook: plainAddress(runbook) } : {}),
  };
  const { contributions, problems, ...packs } = resolvePacks(
    spec,
    registry,
    options.found,
  );
  const incomplete = packs.incomplete ?? findLostPacks(parsed.problems);
  const slos = resolveSlos(
    spec,
    contributions.flatMap(({ slis }) => slis),
    options.alerting,
  );
  const alertNames = contributions.flatMap(({ alerts }) =>
    alerts.map(({ name }) => name),
  );
  const told = resolveNotifications(
    spec,
    options.channels ?? { channels: [], default: [] },
  );
  return {
    spec,
    problems: [
      ...parsed.problems,
      ...problems,
      // What a missing pack would have brought is not the author's mistake.
      ...(incomplete
        ? []
        : [
            ...findUnknownOverrides(spec.alertOverrides, alertNames),
            ...slos.problems,
          ]),
      ...told.problems,
      ...(options.findIdleMutes?.(spec, told.notifications) ?? []),
      ...(contributions.length > 0 || slos.value.length > 0
        ? options.findRulesElsewhere?.(spec) ?? []
        : []),
    ],
    dashboards: resolveDashboards(spec, contributions, options.portalUrl),
    alerts: contributions.flatMap(({ pack, alerts }) =>
      overrideAlerts(alerts, spec.alertOverrides).map(alert =>
        resolveAlert(spec, pack, alert, options.runbookBaseUrl),
      ),
    ),
    slos: slos.value,
    ...(slos.invalid.length > 0 && !incomplete
      ? { invalidSlos: slos.invalid }
      : {}),
    ...(options.portalUrl
      ? { entityUrl: entityUrl(options.portalUrl, spec) }
      : {}),
    notifications: told.notifications,
    ...(incomplete ? { incomplete } : {}),
  };
}
