import { MuteReference } from '@sightline/backstage-plugin-monitoring-common';
import { hashContent } from '@sightline/backstage-plugin-monitoring-node';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { TimeInterval } from '../../config';
import {
  anAlert,
  base,
  channels,
  desired,
  INGESTOR,
} from './__testUtils__/builders';
import { HttpSink } from './__testUtils__/HttpSink';
import { TestAlertmanager } from './__testUtils__/TestAlertmanager';
import { AlertmanagerConfigTarget } from './AlertmanagerConfigTarget';

const ALWAYS: TimeInterval = {
  times: [{ start_time: '00:00', end_time: '24:00' }],
};
const EVERYTHING: TimeInterval = {
  times: [{ start_time: '22:00', end_time: '24:00' }],
  weekdays: ['monday:friday', 'sunday'],
  days_of_month: ['1:7', '-1'],
  months: ['december', '6:8'],
  years: ['2001'],
  location: 'Europe/Berlin',
};

describe('mute timings in a real Alertmanager', () => {
  let folder: string;
  let sink: HttpSink;
  let alertmanager: TestAlertmanager;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sightline-mutes-'));
    sink = await HttpSink.start();
  });

  afterEach(async () => {
    await alertmanager?.stop();
    await sink?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function start(mutes: MuteReference[]) {
    const config = {
      base: path.join(folder, 'base.yml'),
      file: path.join(folder, 'alertmanager.yml'),
      auth: { method: 'none' as const },
      amtool: 'amtool',
      version: [0, 25] as [number, number],
    };
    await writeFile(config.base, base(sink.url));
    const target = AlertmanagerConfigTarget.fromConfig(
      config,
      channels(sink.url),
    );
    const content = {
      routes: [{ channel: 'hook', entities: [INGESTOR] }],
      mutes: { [INGESTOR]: mutes },
      timings: [
        { name: 'always', intervals: [ALWAYS] },
        { name: 'never', intervals: [EVERYTHING] },
      ],
    };
    await target.write({
      ...desired(),
      content,
      hash: hashContent(content),
    });
    await target.commit({});
    alertmanager = await TestAlertmanager.start(config.file);
  }

  const alertOf = (name: string, more: Record<string, string>) =>
    anAlert('a', { alertname: name, ...more });

  it('silence the severity that they are for, SLOs included, and nothing else', async () => {
    await start([
      { timing: 'always', severity: 'warning' },
      { timing: 'never' },
    ]);
    await alertmanager.send([alertOf('Muted', { severity: 'warning' })]);
    await alertmanager.send([
      alertOf('MutedSlo', { severity: 'warning', slo: 'availability' }),
    ]);
    // What comes after them is told, so they would have been told before.
    await alertmanager.send([alertOf('Told', { severity: 'critical' })]);
    const [first] = await sink.until('/hook', 1);
    expect(first.body.alerts[0].labels.alertname).toBe('Told');
  });

  it('silence everything of an entity, SLOs included', async () => {
    await start([{ timing: 'always' }]);
    await alertmanager.send([alertOf('Muted', {})]);
    await alertmanager.send([alertOf('MutedSlo', { slo: 'availability' })]);
    await alertmanager.send([
      alertOf('OfTheOperator', { entity: 'component:default/other' }),
    ]);
    await sink.until('/operators', 1);
    expect(sink.at('/hook')).toEqual([]);
  });
});
