import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  anAlert,
  base,
  channels,
  INGESTOR,
  ROUTES,
  write,
} from './__testUtils__/builders';
import { HttpSink } from './__testUtils__/HttpSink';
import { TestAlertmanager } from './__testUtils__/TestAlertmanager';
import { AlertmanagerConfigTarget } from './AlertmanagerConfigTarget';

describe('alerts through a real Alertmanager', () => {
  let folder: string;
  let sink: HttpSink;
  let alertmanager: TestAlertmanager;
  let target: AlertmanagerConfigTarget;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sightline-alertmanager-'));
    sink = await HttpSink.start();
    const config = {
      base: path.join(folder, 'base.yml'),
      file: path.join(folder, 'alertmanager.yml'),
      auth: { method: 'none' as const },
      amtool: 'amtool',
      version: [0, 25] as [number, number],
    };
    await writeFile(config.base, base(sink.url));
    // The first file is written before Alertmanager runs.
    await write(
      AlertmanagerConfigTarget.fromConfig(config, channels(sink.url)),
      [],
    );
    alertmanager = await TestAlertmanager.start(config.file);
    target = AlertmanagerConfigTarget.fromConfig(
      { ...config, reloadUrl: `${alertmanager.url}/-/reload` },
      channels(sink.url),
    );
    await write(target);
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
      '12.5% of the uploads to a failed. _(since 20',
      ' UTC)_',
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
    await write(target, [
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
    await write(target);
  });

  const TIERS = [
    ['SloBurnRateFast', 'fast', 'critical'],
    ['SloBurnRateMedium', 'medium', 'critical'],
    ['SloBurnRateSlow', 'slow', 'warning'],
    ['SloBurnRateLong', 'long', 'warning'],
    ['SloBudgetExhausted', 'exhausted', 'warning'],
  ].map(([alertname, tier, severity]) => ({ alertname, tier, severity }));
  const ofSlo = (slo: string, tiers = TIERS) =>
    tiers.map(labels => anAlert('', { slo, ...labels }));
  const namesIn = (deliveries: any[]) =>
    deliveries.flatMap(({ body }) =>
      body.alerts.map(({ labels }: any) => labels.alertname),
    );

  it('sends one message with one alert about an SLO whose budget burns at every rate', async () => {
    const before = sink.at('/slack').length;
    const hooks = sink.at('/hook').length;
    await alertmanager.send(ofSlo('availability'));
    const messages = await sink.until('/slack', before + 1);
    const [{ title, text }] = messages.at(-1)!.body.attachments;
    expect(title).toMatch(/^\[CRITICAL\] SloBurnRateFast: /);
    expect(text.match(/of the uploads to/g)).toHaveLength(1);
    expect(text).toContain('filter=%7Bentity%3D');
    // A second incident, so that what came after the first one is known to be nothing.
    await alertmanager.send(ofSlo('latency', TIERS.slice(2)));
    const all = await sink.until('/hook', hooks + 2);
    expect(namesIn(all.slice(hooks))).toEqual([
      'SloBurnRateFast',
      'SloBurnRateSlow',
    ]);
  });

  it('names the owner once, where the description says it too', async () => {
    const before = sink.at('/slack').length;
    const alert = anAlert('a', { alertname: 'Owned' });
    const { owner } = alert.annotations as Record<string, string>;
    await alertmanager.send([
      {
        ...alert,
        annotations: {
          ...alert.annotations,
          description: `It burns. Owner: ${owner}.`,
        },
      },
    ]);
    const messages = await sink.until('/slack', before + 1);
    const [{ text }] = messages.at(-1)!.body.attachments;
    expect(text.split(owner)).toHaveLength(2);
  });

  it('tells of the next tier when a faster one is over, and of what no tier says', async () => {
    const hooks = sink.at('/hook').length;
    const burning = ofSlo('uploads', TIERS.slice(1, 3));
    const absent = anAlert('', {
      slo: 'uploads',
      alertname: 'SloMetricsAbsent',
      tier: 'absent',
      severity: 'warning',
    });
    const plain = anAlert('a', { alertname: 'Plain', severity: 'warning' });
    const elsewhere = anAlert('', {
      ...TIERS[2],
      slo: 'uploads',
      environment: 'stage',
    });
    await alertmanager.send([...burning, absent, plain, elsewhere]);
    let all = await sink.until('/hook', hooks + 2);
    expect(new Set(namesIn(all.slice(hooks)))).toEqual(
      new Set([
        'SloBurnRateMedium',
        'SloBurnRateSlow',
        'SloMetricsAbsent',
        'Plain',
      ]),
    );
    const slow = all
      .slice(hooks)
      .flatMap(({ body }) => body.alerts)
      .filter(({ labels }: any) => labels.alertname === 'SloBurnRateSlow');
    expect(slow.map(({ labels }: any) => labels.environment)).toEqual([
      'stage',
    ]);
    await alertmanager.send([
      { ...burning[0], endsAt: new Date().toISOString() },
    ]);
    all = await sink.until('/hook', hooks + 3);
    expect(
      all
        .at(-1)!
        .body.alerts.filter(({ status }: any) => status === 'firing')
        .map(({ labels }: any) => [labels.alertname, labels.environment ?? '']),
    ).toContainEqual(['SloBurnRateSlow', '']);
  });

  it('hold back none of the operator’s, also when they have a label `slo`', async () => {
    const theirs = (severity: string) => ({
      labels: { alertname: 'Theirs', slo: 'theirs', severity },
    });
    const before = sink.at('/operators').length;
    await alertmanager.send([theirs('critical'), theirs('warning')]);
    const { body } = (await sink.until('/operators', before + 1)).at(-1)!;
    expect(
      body.alerts
        .filter(({ labels }: any) => labels.slo === 'theirs')
        .map(({ labels }: any) => labels.severity)
        .sort(),
    ).toEqual(['critical', 'warning']);
  });
});
