import { createTransport } from 'nodemailer';
import { NotificationLog } from './NotificationLog';
import { notificationsPage } from './notificationsPage';
import { readPosted } from './readPosted';
import { MailSink, startMailSink } from './startMailSink';

const NOW = new Date('2026-11-24T12:00:00Z');
const SILENCE =
  'http://localhost:9093/#/silences/new?filter=%7Balertname%3D%22HighUploadFailureRate%22%2Centity%3D%22component%3Adefault%2Fingestor%22%7D';

describe('what the channels of the demo receive', () => {
  it('is told from a message to Slack', () => {
    expect(
      readPosted(
        'media-slack',
        JSON.stringify({
          attachments: [
            {
              title: '[RESOLVED] HighUploadFailureRate: ingestor: uploads fail',
              text: `12 % fail <${SILENCE}|Silence>`,
            },
          ],
        }),
      ),
    ).toMatchObject({
      channel: 'media-slack',
      kind: 'slack',
      status: 'resolved',
      alertname: 'HighUploadFailureRate',
      entity: 'component:default/ingestor',
      title: '[RESOLVED] HighUploadFailureRate: ingestor: uploads fail',
    });
  });

  it('is told from a webhook', () => {
    expect(
      readPosted(
        'platform-webhook',
        JSON.stringify({
          status: 'firing',
          commonLabels: { alertname: 'A', entity: 'resource:default/redis' },
          alerts: [
            { annotations: { summary: 'Full', description: '91 %' } },
            { annotations: { summary: 'Full', description: '93 %' } },
          ],
        }),
      ),
    ).toMatchObject({
      kind: 'webhook',
      status: 'firing',
      alertname: 'A',
      entity: 'resource:default/redis',
      title: 'Full',
      text: '91 %\n93 %',
    });
  });

  it.each(['', 'x', 'null', '1'])(
    'is refused when it is no object: %j',
    body => {
      expect(() => readPosted('a', body)).toThrow('A notification is');
    },
  );

  it('is the latest first, with its time', () => {
    const log = NotificationLog.create({ now: () => NOW });
    log.add(readPosted('a', '{"title":"first"}'));
    log.add(readPosted('a', '{"title":"second"}'));
    expect(log.list().map(({ title }) => title)).toEqual(['second', 'first']);
    expect(log.list()[0].receivedAt).toBe(NOW.toISOString());
  });

  it('is no markup on the page', () => {
    const log = NotificationLog.create({ now: () => NOW });
    log.add(readPosted('a', '{"title":"<script>alert(1)</script>"}'));
    const page = notificationsPage(log.list());
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).not.toContain('<script>');
  });
});

describe('the mail server of the demo', () => {
  const log = NotificationLog.create({ now: () => NOW });
  let sink: MailSink;

  beforeAll(async () => {
    sink = await startMailSink(log);
  });
  afterAll(() => sink.close());

  it('keeps a mail for the channel that its address names, both its forms', async () => {
    const client = createTransport({ host: '127.0.0.1', port: sink.port });
    await client.sendMail({
      from: 'sightline@example.com',
      to: 'media-email@example.com',
      subject: '[CRITICAL] HighUploadFailureRate: über 10 % fail',
      text: `12 % fail\nSilence: ${SILENCE}`,
      html: '<p>12 % fail</p>',
    });
    client.close();
    expect(log.list()).toEqual([
      {
        channel: 'media-email',
        kind: 'email',
        status: 'firing',
        alertname: 'HighUploadFailureRate',
        entity: 'component:default/ingestor',
        title: '[CRITICAL] HighUploadFailureRate: über 10 % fail',
        text: expect.stringContaining('12 % fail'),
        html: expect.stringContaining('<p>12 % fail</p>'),
        receivedAt: NOW.toISOString(),
        raw: expect.stringContaining('Subject: '),
      },
    ]);
  });
});
