import { InputError } from '@backstage/errors';
import { describeMessage } from './describeMessage';
import { ReceivedNotification } from './ReceivedNotification';

type Posted = Omit<ReceivedNotification, 'receivedAt'>;

function readSlack(channel: string, raw: any): Posted {
  const [attachment = {}] = raw.attachments;
  const title = String(attachment.title ?? attachment.fallback ?? '');
  const text = String(attachment.text ?? raw.text ?? '');
  return {
    channel,
    kind: 'slack',
    title,
    text,
    raw,
    ...describeMessage(title, text),
  };
}

function readWebhook(channel: string, raw: any): Posted {
  const alerts: any[] = Array.isArray(raw.alerts) ? raw.alerts : [];
  const labels = raw.commonLabels ?? {};
  return {
    channel,
    kind: 'webhook',
    status: raw.status === 'resolved' ? 'resolved' : 'firing',
    alertname: labels.alertname,
    entity: labels.entity,
    title: String(alerts[0]?.annotations?.summary ?? raw.title ?? ''),
    text: alerts
      .map(({ annotations }) => annotations?.description ?? '')
      .join('\n'),
    raw,
  };
}

/**
 * Reads what Alertmanager or Grafana posts to Slack or to a webhook.
 *
 * @throws `InputError` when it is no JSON object
 */
export function readPosted(channel: string, body: string): Posted {
  let raw: any;
  try {
    raw = JSON.parse(body);
  } catch {
    throw new InputError('A notification is JSON');
  }
  if (raw === null || typeof raw !== 'object') {
    throw new InputError('A notification is a JSON object');
  }
  return Array.isArray(raw.attachments)
    ? readSlack(channel, raw)
    : readWebhook(channel, raw);
}
