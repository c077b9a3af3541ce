import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import PostalMime, { Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { hashContent } from '@sightline/backstage-plugin-monitoring-node';
import { TestAlertmanager } from './__testUtils__/TestAlertmanager';
import {
  ALERTMANAGER_OWNER,
  ALERTMANAGER_UID,
  AlertmanagerConfigTarget,
} from './AlertmanagerConfigTarget';

const INGESTOR = 'component:default/ingestor';
const BASE = `
route:
  receiver: operators
  group_wait: 250ms
  group_interval: 200ms
receivers:
  - name: operators
`;

/** A mail server that hands on what it is given, in order. */
class MailSink {
  readonly #waiting: ((mail: Email) => void)[] = [];
  readonly #received: Email[] = [];
  readonly #server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onData: (stream, _session, callback) => {
      const chunks: Buffer[] = [];
      stream.on('data', chunk => chunks.push(chunk));
      stream.on('end', () => {
        PostalMime.parse(Buffer.concat(chunks)).then(mail => {
          callback();
          const next = this.#waiting.shift();
          if (next) {
            next(mail);
          } else {
            this.#received.push(mail);
          }
        }, callback);
      });
    },
  });

  async start(): Promise<number> {
    await new Promise<void>(resolve => {
      this.#server.listen(0, '127.0.0.1', resolve);
    });
    return (this.#server.server.address() as AddressInfo).port;
  }

  async next(): Promise<Email> {
    return (
      this.#received.shift() ??
      new Promise(resolve => {
        this.#waiting.push(resolve);
      })
    );
  }

  get left(): number {
    return this.#received.length;
  }

  async stop(): Promise<void> {
    await new Promise<void>(resolve => this.#server.close(() => resolve()));
  }
}

const anAlert = (instance: string, endsAt?: string) => ({
  labels: {
    alertname: 'HighUploadFailureRate',
    entity: INGESTOR,
    service: 'ingestor',
    severity: 'critical',
    instance,
  },
  annotations: {
    summary: 'Uploads to <b>Co</b> & Co fail',
    description: `12.5% of the uploads to ${instance} failed.`,
    owner: 'group:default/team-media',
    entity_url: 'http://portal/catalog/default/component/ingestor/monitoring',
    dashboard_url: 'http://grafana/d/sl-upload',
    runbook_url: 'http://runbooks/HighUploadFailureRate',
  },
  ...(endsAt ? { endsAt } : {}),
});

describe('mail through a real Alertmanager', () => {
  let folder: string;
  const sink = new MailSink();
  let alertmanager: TestAlertmanager;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sightline-mail-'));
    const base = path.join(folder, 'base.yml');
    const file = path.join(folder, 'alertmanager.yml');
    const smarthost = `127.0.0.1:${await sink.start()}`;
    await writeFile(base, BASE);
    // As an operator begins: Alertmanager runs on a copy of the base.
    await writeFile(file, BASE);
    alertmanager = await TestAlertmanager.start(file);
    const target = AlertmanagerConfigTarget.fromConfig(
      {
        base,
        file,
        reloadUrl: `${alertmanager.url}/-/reload`,
        auth: { method: 'none' },
        amtool: 'amtool',
        version: [0, 25],
      },
      {
        channels: [
          {
            name: 'media-email',
            type: 'email',
            settings: { type: 'email', addresses: ['media@example.com'] },
          },
        ],
        default: [],
        muteTimings: [],
        email: {
          from: 'sightline@example.com',
          smarthost,
          requireTls: false,
        },
      },
    );
    const content = {
      routes: [{ channel: 'media-email', entities: [INGESTOR] }],
    };
    const [actual] = await target.list();
    await target.write(
      {
        key: `${ALERTMANAGER_OWNER}|alertmanager-config|routes`,
        kind: 'alertmanager-config',
        entityRef: ALERTMANAGER_OWNER,
        target: target.id,
        uid: ALERTMANAGER_UID,
        title: target.title,
        content,
        hash: hashContent(content),
      },
      actual,
    );
    await target.commit({});
  });

  afterAll(async () => {
    await alertmanager?.stop();
    await sink.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('is one for several series, as text and as HTML that escapes texts, and another when it is over', async () => {
    await alertmanager.send([anAlert('a'), anAlert('b')]);
    const mail = await sink.next();
    expect(mail).toMatchObject({
      subject:
        '[CRITICAL] HighUploadFailureRate: Uploads to <b>Co</b> & Co fail',
      from: { address: 'sightline@example.com' },
      to: [{ address: 'media@example.com' }],
    });
    for (const part of [
      '12.5% of the uploads to a failed. (since 20',
      '12.5% of the uploads to b failed.',
      'Service: ingestor',
      'Owner: group:default/team-media',
      'Severity: critical',
      'http://portal/catalog/default/component/ingestor/monitoring',
      'Dashboard: http://grafana/d/sl-upload',
      'Runbook: http://runbooks/HighUploadFailureRate',
      '/#/silences/new?filter=',
    ]) {
      expect(mail.text).toContain(part);
    }
    expect(mail.html).toContain(
      'Uploads to &lt;b&gt;Co&lt;/b&gt; &amp; Co fail',
    );
    expect(mail.html).toContain('href="http://grafana/d/sl-upload"');
    expect(mail.html).toContain('12.5% of the uploads to b failed.');

    const endsAt = new Date().toISOString();
    await alertmanager.send([anAlert('a', endsAt), anAlert('b', endsAt)]);
    const resolved = await sink.next();
    expect(resolved.subject).toMatch(/^\[RESOLVED\] HighUploadFailureRate/);
    expect(resolved.text).toContain(', ended 20');
    expect(sink.left).toBe(0);
  });
});
