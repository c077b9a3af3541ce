import { hashContent } from '@sightline/backstage-plugin-monitoring-node';
import { NotificationsConfig } from '../../../config';
import {
  ALERTMANAGER_OWNER,
  ALERTMANAGER_UID,
  AlertmanagerConfigTarget,
} from '../AlertmanagerConfigTarget';
import { NotificationRoute } from '../renderConfig';

export const INGESTOR = 'component:default/ingestor';

/** The operator's own part, which is told at once of what is nobody's. */
export function base(sink: string): string {
  return `
route:
  receiver: operators
  group_wait: 250ms
  group_interval: 200ms
  routes:
    - receiver: operators
      matchers: ['team="dba"']
receivers:
  - name: operators
    webhook_configs:
      - url: ${sink}/operators
`;
}

/** A channel of each type that Alertmanager can send to, and one that it cannot. */
export function channels(sink: string): NotificationsConfig {
  return {
    channels: [
      {
        name: 'media-slack',
        type: 'slack',
        settings: { type: 'slack', url: `${sink}/slack` },
      },
      {
        name: 'hook',
        type: 'webhook',
        settings: {
          type: 'webhook',
          url: `${sink}/hook`,
          auth: { method: 'bearer', token: 'hook-secret' },
        },
      },
      {
        name: 'pager',
        type: 'pagerduty',
        settings: {
          type: 'pagerduty',
          routingKey: 'pager-secret',
          url: `${sink}/pager`,
        },
      },
      {
        name: 'genie',
        type: 'opsgenie',
        settings: {
          type: 'opsgenie',
          apiKey: 'genie-secret',
          url: `${sink}/genie/`,
        },
      },
      {
        name: 'mail',
        type: 'email',
        settings: { type: 'email', addresses: ['media@example.com'] },
      },
      {
        name: 'chat',
        type: 'googlechat',
        settings: { type: 'googlechat', url: `${sink}/chat` },
      },
    ],
    default: [],
    muteTimings: [],
    email: {
      from: 'sightline@example.com',
      smarthost: '127.0.0.1:9',
      requireTls: false,
    },
  };
}

export const ROUTES: NotificationRoute[] = [
  { channel: 'genie', entities: [INGESTOR] },
  { channel: 'hook', entities: ['component:default/gateway', INGESTOR] },
  { channel: 'media-slack', severity: 'critical', entities: [INGESTOR] },
  { channel: 'pager', entities: [INGESTOR] },
];

/** The configuration with these routes, as it is desired. */
export function desired(routes: NotificationRoute[] = ROUTES) {
  const content = { routes };
  return {
    key: 'sightline/alertmanager|alertmanager-config|routes',
    kind: 'alertmanager-config' as const,
    entityRef: ALERTMANAGER_OWNER,
    target: 'alertmanager-config:default',
    uid: ALERTMANAGER_UID,
    title: 'Alertmanager configuration',
    content,
    hash: hashContent(content),
  };
}

/** A critical alert of the ingestor. */
export function anAlert(instance: string, more: Record<string, string> = {}) {
  return {
    labels: {
      alertname: 'HighUploadFailureRate',
      entity: INGESTOR,
      service: 'ingestor',
      severity: 'critical',
      instance,
      ...more,
    },
    annotations: {
      summary: 'Uploads to <!channel> & Co fail',
      description: `12.5% of the uploads to ${instance} failed.`,
      owner: 'group:default/team-media',
      entity_url: 'http://portal/catalog/default/component/ingestor/monitoring',
      dashboard_url: 'http://grafana/d/sl-upload',
      runbook_url: 'http://runbooks/HighUploadFailureRate',
    },
  };
}

/** As a run does: looks, writes, has it loaded. */
export async function write(
  target: AlertmanagerConfigTarget,
  routes?: NotificationRoute[],
): Promise<void> {
  const [actual] = await target.list();
  await target.write(desired(routes), actual);
  await target.commit({});
}
