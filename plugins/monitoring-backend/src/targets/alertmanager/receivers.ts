import { ChannelConfig, ChannelSettings, MailServerConfig } from '../../config';
import {
  HTML,
  SILENCE_URL,
  SLACK_TEXT,
  SLACK_TITLE,
  SUBJECT,
  TEXT,
  TITLE_URL,
} from './messages';

type Integration = Record<string, unknown>;

const COLOR =
  '{{ if eq .Status "firing" }}{{ if eq (index .Alerts 0).Labels.severity "critical" }}danger{{ else }}warning{{ end }}{{ else }}good{{ end }}';

const field = (name: string) =>
  `{{ with index .Alerts 0 }}{{ .Annotations.${name} }}{{ end }}`;

function email(addresses: string[], mail: MailServerConfig): Integration {
  return {
    to: addresses.join(', '),
    from: mail.from,
    smarthost: mail.smarthost,
    require_tls: mail.requireTls,
    ...(mail.username ? { auth_username: mail.username } : {}),
    ...(mail.password ? { auth_password: mail.password } : {}),
    headers: { Subject: SUBJECT },
    html: HTML,
    text: TEXT,
  };
}

function slack(settings: ChannelSettings & { type: 'slack' }): Integration {
  return {
    ...('url' in settings
      ? { api_url: settings.url }
      : {
          api_url: settings.apiUrl,
          channel: settings.channel,
          http_config: { authorization: { credentials: settings.token } },
        }),
    color: COLOR,
    title: SLACK_TITLE,
    title_link: TITLE_URL,
    text: SLACK_TEXT,
    fallback: SUBJECT,
    mrkdwn_in: ['text'],
  };
}

function webhook(settings: ChannelSettings & { type: 'webhook' }): Integration {
  const { url, auth } = settings;
  switch (auth.method) {
    case 'bearer':
      return {
        url,
        http_config: { authorization: { credentials: auth.token } },
      };
    case 'basic':
      return {
        url,
        http_config: {
          basic_auth: { username: auth.username, password: auth.password },
        },
      };
    default:
      return { url };
  }
}

function pagerduty(
  settings: ChannelSettings & { type: 'pagerduty' },
): Integration {
  return {
    routing_key: settings.routingKey,
    ...(settings.url ? { url: settings.url } : {}),
    description: SUBJECT,
    severity: '{{ (index .Alerts 0).Labels.severity }}',
    class: '{{ (index .Alerts 0).Labels.alertname }}',
    component: '{{ or .CommonLabels.service .CommonLabels.entity }}',
    client: 'Sightline',
    client_url: TITLE_URL,
    details: {
      what: TEXT,
      owner: field('owner'),
      dashboard: field('dashboard_url'),
      runbook: field('runbook_url'),
      silence: SILENCE_URL,
    },
  };
}

function opsgenie(
  settings: ChannelSettings & { type: 'opsgenie' },
): Integration {
  return {
    api_key: settings.apiKey,
    ...(settings.url ? { api_url: settings.url } : {}),
    message: SUBJECT,
    description: TEXT,
    source: 'Sightline',
    priority:
      '{{ if eq (index .Alerts 0).Labels.severity "critical" }}P1{{ else if eq (index .Alerts 0).Labels.severity "warning" }}P3{{ else }}P5{{ end }}',
    details: {
      owner: field('owner'),
      dashboard: field('dashboard_url'),
      runbook: field('runbook_url'),
    },
  };
}

function integration(
  { settings }: ChannelConfig,
  mail: MailServerConfig | undefined,
): [kind: string, integration: Integration] | undefined {
  switch (settings.type) {
    case 'email':
      return mail && ['email_configs', email(settings.addresses, mail)];
    case 'slack':
      return ['slack_configs', slack(settings)];
    case 'webhook':
      return ['webhook_configs', webhook(settings)];
    case 'pagerduty':
      return ['pagerduty_configs', pagerduty(settings)];
    case 'opsgenie':
      return ['opsgenie_configs', opsgenie(settings)];
    case 'teams':
      return [
        'msteams_configs',
        { webhook_url: settings.url, title: SUBJECT, text: TEXT },
      ];
    default:
      return undefined;
  }
}

/** Name of a channel's receiver. */
export function receiverName(channel: string): string {
  return `sightline/${channel}`;
}

/** A channel as a receiver of Alertmanager; without an integration when it cannot be reached. */
export function receiver(
  channel: ChannelConfig,
  mail: MailServerConfig | undefined,
): Record<string, unknown> {
  const [kind, settings] = integration(channel, mail) ?? [];
  return {
    name: receiverName(channel.name),
    ...(kind ? { [kind]: [{ send_resolved: true, ...settings }] } : {}),
  };
}
