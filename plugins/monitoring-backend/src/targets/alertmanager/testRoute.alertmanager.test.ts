import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { channels, INGESTOR, write } from './__testUtils__/builders';
import { HttpSink } from './__testUtils__/HttpSink';
import { TestAlertmanager } from './__testUtils__/TestAlertmanager';
import { AlertmanagerConfigTarget } from './AlertmanagerConfigTarget';
import { AlertmanagerSender } from './AlertmanagerSender';

/** Slow, as Alertmanager recommends, and with a route that would take every test. */
const BASE = `
route:
  receiver: operators
  group_wait: 30s
  group_interval: 5m
  routes:
    - receiver: operators
      matchers: ['severity="critical"']
receivers:
  - name: operators
`;

describe('a test message through a real Alertmanager', () => {
  let folder: string;
  let sink: HttpSink;
  let alertmanager: TestAlertmanager;

  const sendTest = async (id: string, lasts: number) =>
    AlertmanagerSender.fromConfig({
      id: 'default',
      url: alertmanager.url,
      auth: { method: 'none' },
    }).send({
      labels: {
        alertname: 'SightlineTest',
        sightline_channel: 'media-slack',
        sightline_test: id,
        entity: INGESTOR,
        severity: 'critical',
      },
      annotations: { summary: `Test ${id}` },
      startsAt: new Date(),
      endsAt: new Date(Date.now() + lasts),
    });

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sightline-alertmanager-'));
    sink = await HttpSink.start();
    const config = {
      base: path.join(folder, 'base.yml'),
      file: path.join(folder, 'alertmanager.yml'),
      auth: { method: 'none' as const },
      version: [0, 25] as [number, number],
    };
    await writeFile(config.base, BASE);
    await write(
      AlertmanagerConfigTarget.fromConfig(config, channels(sink.url)),
    );
    alertmanager = await TestAlertmanager.start(config.file);
  });

  afterAll(async () => {
    await alertmanager?.stop();
    await sink?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('comes at once, to the one channel, each time; its end comes soon after', async () => {
    await sendTest('1', 2_000);
    await sink.until('/slack', 1);
    await sendTest('2', 60_000);
    const titles = (await sink.until('/slack', 3)).map(
      ({ body }) => body.attachments[0].title,
    );
    expect(titles).toEqual([
      '[CRITICAL] SightlineTest: Test 1',
      '[CRITICAL] SightlineTest: Test 2',
      '[RESOLVED] SightlineTest: Test 1',
    ]);
    expect(sink.deliveries).toHaveLength(3);
  }, 30_000);
});
