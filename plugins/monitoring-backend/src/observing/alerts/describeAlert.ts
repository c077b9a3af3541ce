import {
  ActiveAlert,
  AlertSeverity,
  sloAlertTier,
} from '@sightline/backstage-plugin-monitoring-common';
import { AlertOwner } from './AlertOwners';
import { ObservedAlert } from './ObservedAlert';

const UNITS = ['percent', 'seconds', 'bytes', 'number'] as const;

/** Severities as teams write them in rules that are not ours. */
function severity(text: string | undefined): AlertSeverity {
  switch (text?.toLowerCase()) {
    case 'critical':
    case 'page':
    case 'error':
      return 'critical';
    case 'info':
    case 'none':
      return 'info';
    default:
      return 'warning';
  }
}

function dashboard({
  __dashboardUid__: uid,
  __panelId__: panel,
}: Record<string, string>): ActiveAlert['dashboard'] {
  if (!uid) {
    return undefined;
  }
  const panelId = Number(panel);
  return panel && Number.isInteger(panelId) ? { uid, panelId } : { uid };
}

/** Only addresses that a browser may follow become links. */
function link(url: string | undefined): string | undefined {
  return url && /^https?:\/\//i.test(url) ? url : undefined;
}

function isoTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/**
 * An observed alert as screens show it.
 *
 * @param options - `firstSeenAt`: since when it lasts if no source says so; Unix milliseconds
 */
export function describeAlert(
  alert: ObservedAlert,
  owner: AlertOwner | undefined,
  options: { firstSeenAt: number },
): ActiveAlert {
  const { labels, annotations, lastKnownAt } = alert;
  const limit = Number(annotations.sightline_limit || NaN);
  return {
    id: alert.id,
    name: labels.alertname ?? '',
    state: alert.state,
    severity: severity(labels.severity),
    since: alert.since ?? isoTime(options.firstSeenAt),
    value: alert.value,
    unit: UNITS.find(unit => unit === annotations.sightline_unit),
    limit: Number.isFinite(limit) ? limit : undefined,
    summary: annotations.summary,
    description: annotations.description,
    runbookUrl: link(annotations.runbook_url),
    dashboardUrl: link(annotations.dashboard_url),
    dashboard: dashboard(annotations),
    labels,
    ...owner,
    sloId: sloAlertTier(labels.alertname ?? '') ? labels.slo : undefined,
    silence: alert.silence,
    inhibited: alert.inhibited,
    sources: alert.sources,
    lastKnownAt: lastKnownAt === undefined ? undefined : isoTime(lastKnownAt),
  };
}
