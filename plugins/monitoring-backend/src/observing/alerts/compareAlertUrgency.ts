import { ActiveAlert } from '@sightline/backstage-plugin-monitoring-common';

const STATE: Record<ActiveAlert['state'], number> = {
  firing: 0,
  pending: 1,
  silenced: 2,
};
const SEVERITY: Record<ActiveAlert['severity'], number> = {
  critical: 0,
  warning: 1,
  info: 2,
};

/** Orders alerts by who needs a person first: state, severity, then the newest. */
export function compareAlertUrgency(a: ActiveAlert, b: ActiveAlert): number {
  return (
    STATE[a.state] - STATE[b.state] ||
    SEVERITY[a.severity] - SEVERITY[b.severity] ||
    b.since.localeCompare(a.since) ||
    a.id.localeCompare(b.id)
  );
}
