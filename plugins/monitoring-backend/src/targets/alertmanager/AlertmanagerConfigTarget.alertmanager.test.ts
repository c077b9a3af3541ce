import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hashContent } from '@sightline/backstage-plugin-monitoring-node';
import { NotificationsConfig } from '../../config';
import { HttpSink } from './__testUtils__/HttpSink';
import { TestAlertmanager } from './__testUtils__/TestAlertmanager';
import {
  ALERTMANAGER_OWNER,
  ALERTMANAGER_UID,
  AlertmanagerConfigTarget,
} from './AlertmanagerConfigTarget';
import { AlertmanagerSender } from './AlertmanagerSender';
import { NotificationRoute } from './renderConfig';

const INGESTOR = 'component:default/ingestor';
const BASE = `
route:
  receiver: operators
  group_wait: 100ms
  group_interval: 200ms
  routes:
    - receiver: operators
      matchers: ['team="dba"']
receivers:
  - name: operators
`;

function channels(sink: string): NotificationsConfig {
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
    email: {
      from: 'sightline@example.com',
      smarthost: '127.0.0.1:9',
      requireTls: false,
    },
  };
}

const ROUTES: NotificationRoute[] = [
  { channel: 'genie', entities: [INGESTOR] },
  { channel: 'hook', entities: ['component:default/gateway', INGESTOR] },
  { channel: 'media-slack', severity: 'critical', entities: [INGESTOR] },
  { channel: 'pager', entities: [INGESTOR] },
];

function desired(routes: NotificationRoute[] = ROUTES) {
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

const anAlert = (instance: string, more: Record<string, string> = {}) => ({
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
});

describe('AlertmanagerConfigTarget with a real Alertmanager', () => {
  let folder: string;
  let file: string;
  let sink: HttpSink;
  let alertmanager: TestAlertmanager;
  let target: AlertmanagerConfigTarget;

  const create = (more: object = {}) =>
    AlertmanagerConfigTarget.fromConfig(
      {
        base: path.join(folder, 'base.yml'),
        file,
        reloadUrl: alertmanager && `${alertmanager.url}/-/reload`,
        auth: { method: 'none' },
        amtool: 'amtool',
        version: [0, 25],
        ...more,
      },
      channels(sink.url),
    );

  const write = async (routes?: NotificationRoute[]) => {
    const [actual] = await target.list();
    await target.write(desired(routes), actual);
    await target.commit({});
  };

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sightline-alertmanager-'));
    file = path.join(folder, 'alertmanager.yml');
    await writeFile(path.join(folder, 'base.yml'), BASE);
    sink = await HttpSink.start();
    // The first file is written before Alertmanager runs.
    target = create({ reloadUrl: undefined });
    await write([]);
    alertmanager = await TestAlertmanager.start(file);
    target = create();
    await write();
  });

  afterAll(async () => {
    await alertmanager?.stop();
    await sink?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('sends one message for several series to each channel, and says when it is over', async () => {
    await alertmanager.send([anAlert('a'), anAlert('b')]);
    const [slack] = await sink.until('/slack', 1);
    const [attachment] = slack.body.attachments;
    expect(attachment).toMatchObject({
      color: 'danger',
      title:
        '[CRITICAL] HighUploadFailureRate: Uploads to &lt;!channel&gt; &amp; Co fail',
      title_link: 'http://portal/catalog/default/component/ingestor/monitoring',
    });
    for (const part of [
      '12.5% of the uploads to a failed. _(since 2026-11-24 12:00 UTC)_',
      '12.5% of the uploads to b failed.',
      'Service: ingestor · Owner: group:default/team-media · Severity: critical',
      '<http://grafana/d/sl-upload|Dashboard>',
      '<http://runbooks/HighUploadFailureRate|Runbook>',
      '/#/silences/new?filter=%7Balertname%3D%22HighUploadFailureRate%22%2Centity%3D%22component%3Adefault%2Fingestor%22%7D|Silence>',
    ]) {
      expect(attachment.text).toContain(part);
    }

    const [hook] = await sink.until('/hook', 1);
    expect(hook.headers.authorization).toBe('Bearer hook-secret');
    expect(hook.body.alerts).toHaveLength(2);

    const [pager] = await sink.until('/pager', 1);
    expect(pager.body).toMatchObject({
      routing_key: 'pager-secret',
      event_action: 'trigger',
      payload: {
        severity: 'critical',
        class: 'HighUploadFailureRate',
        component: 'ingestor',
        summary: expect.stringContaining('Uploads to <!channel> & Co fail'),
        custom_details: { owner: 'group:default/team-media' },
      },
    });

    const [genie] = await sink.until('/genie/v2/alerts', 1);
    expect(genie.headers.authorization).toBe('GenieKey genie-secret');
    expect(genie.body).toMatchObject({
      priority: 'P1',
      message: expect.stringContaining('HighUploadFailureRate'),
    });

    const endsAt = new Date().toISOString();
    await alertmanager.send([
      { ...anAlert('a'), endsAt },
      { ...anAlert('b'), endsAt },
    ]);
    const [, resolved] = await sink.until('/slack', 2);
    expect(resolved.body.attachments[0]).toMatchObject({
      color: 'good',
      title: expect.stringContaining('[RESOLVED] HighUploadFailureRate'),
      text: expect.stringContaining(', ended 20'),
    });
    const [, ended] = await sink.until('/hook', 2);
    expect(ended.body.status).toBe('resolved');
  });

  it('tells a channel only of the severity that it was asked for, and of nobody else’s alerts', async () => {
    const before = sink.at('/slack').length;
    const other = { entity: 'component:default/other', alertname: 'Other' };
    const hooks = sink.at('/hook').length;
    await alertmanager.send([
      anAlert('a', other),
      anAlert('a', { severity: 'warning', alertname: 'Later' }),
    ]);
    const all = await sink.until('/hook', hooks + 1);
    expect(all.at(-1)!.body.commonLabels.alertname).toBe('Later');
    expect(sink.at('/slack')).toHaveLength(before);
    expect(
      sink.at('/hook').map(({ body }) => body.commonLabels.entity),
    ).not.toContain('component:default/other');
  });

  it('tells nobody again when another entity joins the channel', async () => {
    const hooks = sink.at('/hook').length;
    await write([
      ...ROUTES.filter(({ channel }) => channel !== 'hook'),
      {
        channel: 'hook',
        entities: [
          'component:default/gateway',
          INGESTOR,
          'component:default/z',
        ],
      },
    ]);
    const joined = { entity: 'component:default/z', alertname: 'Joined' };
    await alertmanager.send([
      anAlert('a', { severity: 'warning', alertname: 'Later' }),
      anAlert('a', joined),
    ]);
    const all = await sink.until('/hook', hooks + 1);
    expect(
      all.slice(hooks).map(({ body }) => body.commonLabels.alertname),
    ).toEqual(['Joined']);
    await write();
  });

  it('sends one message about an SLO whose budget burns at two rates', async () => {
    const before = sink.at('/slack').length;
    const slo = { slo: 'availability' };
    await alertmanager.send([
      anAlert('', { ...slo, alertname: 'SloBurnRateFast', tier: 'fast' }),
      anAlert('', { ...slo, alertname: 'SloBurnRateMedium', tier: 'medium' }),
    ]);
    const messages = await sink.until('/slack', before + 1);
    const [{ title, text }] = messages.at(-1)!.body.attachments;
    expect(title).toMatch(/^\[CRITICAL\] SloBurnRate(Fast|Medium): /);
    expect(text.match(/of the uploads to/g)).toHaveLength(2);
    expect(text).toContain('filter=%7Bentity%3D');
  });

  it('sends a test to the one channel that it is for', async () => {
    const slack = sink.at('/slack').length;
    const hooks = sink.at('/hook').length;
    await AlertmanagerSender.fromConfig({
      id: 'default',
      url: alertmanager.url,
      auth: { method: 'none' },
    }).send({
      labels: {
        alertname: 'SightlineTest',
        sightline_channel: 'media-slack',
        entity: INGESTOR,
        severity: 'info',
      },
      annotations: { summary: 'A test' },
      startsAt: new Date(),
      endsAt: new Date(Date.now() + 60_000),
    });
    const all = await sink.until('/slack', slack + 1);
    expect(all.at(-1)!.body.attachments[0].title).toBe(
      '[INFO] SightlineTest: A test',
    );
    expect(sink.at('/hook')).toHaveLength(hooks);
  });

  it('has the operator’s part first, and is readable by its owner alone', async () => {
    const text = await readFile(file, 'utf8');
    expect(text).toMatch(/routes:\n {4}- receiver: operators/);
    // eslint-disable-next-line no-bitwise
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('is settled once it is written, and wants to be written again for another secret or another base', async () => {
    const [actual] = await target.list();
    expect(actual.hash).toBe(desired().hash);
    expect(actual.owner).toEqual({
      entityRef: ALERTMANAGER_OWNER,
      hash: desired().hash,
    });
    const other = channels(sink.url);
    (other.channels[2].settings as any).routingKey = 'rotated';
    const [rotated] = await AlertmanagerConfigTarget.fromConfig(
      {
        base: path.join(folder, 'base.yml'),
        file,
        auth: { method: 'none' },
        version: [0, 25],
      },
      other,
    ).list();
    expect(rotated.hash).not.toBe(desired().hash);
    // Not as if a person had changed it.
    expect(rotated.owner?.hash).toBe(rotated.hash);
  });

  it('says nothing secret of what stands there', async () => {
    const listed = JSON.stringify(await target.list());
    expect(listed).not.toMatch(/secret|\/slack|\/pager/);
  });

  it('keeps the file that a person changed, and one that it did not make', async () => {
    const text = await readFile(file, 'utf8');
    try {
      await writeFile(
        file,
        text.replace('group_wait: 100ms', 'group_wait: 1h'),
      );
      const [changed] = await target.list();
      expect(changed.owner?.hash).toBe(desired().hash);
      expect(changed.hash).not.toBe(changed.owner?.hash);
      await writeFile(file, `# By hand.${BASE}`);
      const [foreign] = await target.list();
      expect(foreign.owner).toBeUndefined();
    } finally {
      await writeFile(file, text);
    }
  });

  it('leaves the file as it was when amtool refuses it', async () => {
    const before = await readFile(file, 'utf8');
    const base = path.join(folder, 'wrong.yml');
    await writeFile(base, `${BASE}\nnonsense: hook-secret\n`);
    const wrong = create({ base });
    const [actual] = await wrong.list();
    const writing = wrong.write(desired(), actual);
    await expect(writing).rejects.toThrow(/amtool refuses/);
    await expect(writing).rejects.not.toThrow(/hook-secret/);
    expect(await readFile(file, 'utf8')).toBe(before);
    expect(await wrong.isUncommitted()).toBe(false);
  });

  it('puts the file back that ran before, when Alertmanager refuses to load it', async () => {
    const before = await readFile(file, 'utf8');
    const base = path.join(folder, 'wrong.yml');
    await writeFile(base, `${BASE}\nnonsense: 1\n`);
    const wrong = create({ base, amtool: undefined });
    const [actual] = await wrong.list();
    await wrong.write(desired(), actual);
    await expect(wrong.commit({})).rejects.toThrow(
      /could not load .* What was there before is back/,
    );
    expect(await readFile(file, 'utf8')).toBe(before);
    expect(await wrong.isUncommitted()).toBe(false);
  });
});
