import { ChannelConfig, ChannelSettings } from '../../config';
import { MESSAGES, SILENCE_URL } from './messages';

/** A channel as one integration of a Grafana contact point. */
export interface Integration {
  type: string;
  /** What anybody may see. */
  settings: Record<string, unknown>;
  /** By setting. Never leaves the process but to Grafana. */
  secrets: Record<string, string>;
}

type Of<T extends ChannelSettings['type']> = ChannelSettings & { type: T };

const field = (name: string) =>
  `{{ with index .Alerts 0 }}{{ .Annotations.${name} }}{{ end }}`;

function slack(settings: Of<'slack'>): Integration {
  const texts = { title: MESSAGES.slackTitle, text: MESSAGES.slackText };
  return 'url' in settings
    ? { type: 'slack', settings: texts, secrets: { url: settings.url } }
    : {
        type: 'slack',
        settings: {
          ...texts,
          recipient: settings.channel,
          endpointUrl: settings.apiUrl,
        },
        secrets: { token: settings.token },
      };
}

function webhook({ url, auth }: Of<'webhook'>): Integration {
  const settings = {
    httpMethod: 'POST',
    title: MESSAGES.subject,
    message: MESSAGES.text,
  };
  switch (auth.method) {
    case 'bearer':
      return {
        type: 'webhook',
        settings: { ...settings, authorization_scheme: 'Bearer' },
        secrets: { url, authorization_credentials: auth.token },
      };
    case 'basic':
      return {
        type: 'webhook',
        settings: { ...settings, username: auth.username },
        secrets: { url, password: auth.password },
      };
    default:
      return { type: 'webhook', settings, secrets: { url } };
  }
}

function pagerduty({ routingKey, url }: Of<'pagerduty'>): Integration {
  return {
    type: 'pagerduty',
    settings: {
      summary: MESSAGES.subject,
      severity: '{{ .CommonLabels.severity }}',
      class: '{{ .CommonLabels.alertname }}',
      component: '{{ or .CommonLabels.service .CommonLabels.entity }}',
      client: 'Sightline',
      client_url: MESSAGES.titleUrl,
      details: {
        what: MESSAGES.text,
        owner: field('owner'),
        runbook: field('runbook_url'),
        silence: SILENCE_URL,
      },
    },
    secrets: { integrationKey: routingKey, ...(url ? { url } : {}) },
  };
}

function opsgenie({ apiKey, url }: Of<'opsgenie'>): Integration {
  return {
    type: 'opsgenie',
    settings: { message: MESSAGES.subject, description: MESSAGES.text },
    secrets: {
      apiKey,
      // Grafana wants the address of the operation, Alertmanager that of the API.
      ...(url ? { apiUrl: `${url}/v2/alerts` } : {}),
    },
  };
}

/** A channel in the settings of Grafana 12.4 (recording `contact-points`). */
export function toIntegration({ settings }: ChannelConfig): Integration {
  switch (settings.type) {
    case 'email':
      return {
        type: 'email',
        settings: {
          addresses: settings.addresses.join(';'),
          singleEmail: true,
          subject: MESSAGES.subject,
          message: MESSAGES.text,
        },
        secrets: {},
      };
    case 'slack':
      return slack(settings);
    case 'webhook':
      return webhook(settings);
    case 'pagerduty':
      return pagerduty(settings);
    case 'opsgenie':
      return opsgenie(settings);
    default:
      return {
        type: settings.type,
        settings: { title: MESSAGES.subject, message: MESSAGES.text },
        secrets: { url: settings.url },
      };
  }
}
