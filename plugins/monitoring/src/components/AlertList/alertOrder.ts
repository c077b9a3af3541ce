import {
  ActiveAlert,
  AlertSeverity,
} from '@sightline/backstage-plugin-monitoring-common';

const SEVERITIES: AlertSeverity[] = ['critical', 'warning', 'info'];
const STATES: ActiveAlert['state'][] = ['firing', 'pending', 'silenced'];

/** Compares alerts: firing first, then by severity, then the one that lasts longest. */
export function compareAlerts(a: ActiveAlert, b: ActiveAlert): number {
  return (
    STATES.indexOf(a.state) - STATES.indexOf(b.state) ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    Date.parse(a.since) - Date.parse(b.since)
  );
}
