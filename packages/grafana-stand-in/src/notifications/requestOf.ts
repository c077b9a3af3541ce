import { ContactPoint } from '../state/GrafanaState';
import { webhookPayload } from './webhookPayload';

type Payload = ReturnType<typeof webhookPayload>;

/** A call that tells somebody. */
export interface NotificationRequest {
  url: string;
  headers: Record<string, string>;
  body: unknown;
}

const HEADERS = { 'content-type': 'application/json', 'user-agent': 'Grafana' };

function authorization(settings: Record<string, any>): Record<string, string> {
  if (settings.username && settings.password) {
    const pair = `${settings.username}:${settings.password}`;
    return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
  }
  return settings.authorization_credentials
    ? {
        authorization: `${settings.authorization_scheme || 'Bearer'} ${
          settings.authorization_credentials
        }`,
      }
    : {};
}

function color({ status, commonLabels }: Payload): string {
  if (status === 'resolved') {
    return 'good';
  }
  return commonLabels.severity === 'critical' ? 'danger' : 'warning';
}

/**
 * The call by which an integration tells of alerts; `undefined` for types that the stand-in does
 * not send to. Templates of messages are not filled in: the texts are Grafana's own.
 */
export function requestOf(
  { type, settings }: ContactPoint,
  payload: Payload,
): NotificationRequest | undefined {
  switch (type) {
    case 'webhook':
      return {
        url: settings.url,
        headers: { ...HEADERS, ...authorization(settings) },
        body: payload,
      };
    case 'slack':
      return {
        url: settings.url ?? settings.endpointUrl,
        headers: {
          ...HEADERS,
          ...(settings.token
            ? { authorization: `Bearer ${settings.token}` }
            : {}),
        },
        body: {
          ...(settings.recipient ? { channel: settings.recipient } : {}),
          attachments: [
            {
              color: color(payload),
              title: payload.title,
              title_link: `${payload.externalURL}alerting/list`,
              fallback: payload.title,
              text: payload.message,
            },
          ],
        },
      };
    default:
      return undefined;
  }
}
