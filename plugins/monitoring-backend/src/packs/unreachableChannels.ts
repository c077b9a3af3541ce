import { MonitoringConfig } from '../config';
import { Channels } from './resolveNotifications';

/** The first Alertmanager with receivers for Microsoft Teams. */
const WITH_TEAMS = [0, 26] as const;

/**
 * Channels that Alertmanager cannot send to, where it is Alertmanager that sends the alerts of
 * packs. Grafana can send to all.
 */
export function unreachableChannels({
  notifications,
  provisioning,
}: Pick<
  MonitoringConfig,
  'notifications' | 'provisioning'
>): Channels['unreachable'] {
  const { alerts, alertmanagerConfig } = provisioning;
  if (!['ruleFiles', 'mimir'].includes(alerts) || !alertmanagerConfig) {
    return {};
  }
  const [major, minor] = alertmanagerConfig.version;
  const hasTeams =
    major > WITH_TEAMS[0] ||
    (major === WITH_TEAMS[0] && minor >= WITH_TEAMS[1]);
  return {
    googlechat:
      'Alertmanager has no receiver for Google Chat. Put a webhook channel with a bridge in its place, or let Grafana send the alerts (monitoring.provisioning.alerts: grafana)',
    ...(notifications.email
      ? {}
      : {
          email:
            'Alertmanager has no mail server to send over; it is set in monitoring.notifications.email',
        }),
    ...(hasTeams
      ? {}
      : {
          teams: `Alertmanager ${major}.${minor} has no receiver for Microsoft Teams, 0.26 has; when yours is newer, say so in monitoring.provisioning.alertmanagerConfig.version`,
        }),
  };
}
