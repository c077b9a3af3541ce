import { mkdirSync } from 'node:fs';
import path from 'node:path';
import {
  recordedName,
  recordedWindows,
  sliSeriesId,
  Slo,
  sloWindowKey,
} from '@sightline/backstage-plugin-monitoring-common';
import { TestPrometheus } from '@sightline/backstage-plugin-monitoring-node/testUtils';
import { MonitoredEntity } from '../../src/catalog';
import { SloPoller } from '../../src/observing/slos/SloPoller';
import { aService } from '../../src/observing/__testUtils__/builders';
import {
  entitiesOf,
  prometheusAt,
} from '../../src/observing/__testUtils__/sources';
import { Memory } from '../lib/Memory';
import { quietLogger } from '../lib/quietLogger';
import { Report } from '../lib/Report';
import { SampleFile } from './SampleFile';
import { slosOf } from './sloFleet';

const SERVICES = 5_000;
const MEGABYTE = 1_000_000;

/** The latest sample of everything that is recorded of these SLOs. */
async function addRecorded(
  file: SampleFile,
  slos: Slo[],
  now: number,
): Promise<void> {
  const labelsOf = (slo: Slo) =>
    `entity="${slo.entityRef}",sli="${sliSeriesId(slo)}"`;
  for (const kind of ['bad', 'total'] as const) {
    for (const window of recordedWindows(slos)) {
      const name = recordedName(kind, window);
      file.metric(name);
      for (const slo of slos) {
        const value = kind === 'bad' ? window / 60_000 : window / 60;
        await file.add(`${name}{${labelsOf(slo)}}`, value, now);
      }
    }
  }
  for (const [kind, value] of [
    ['bad', 43],
    ['total', 43_200],
    ['hours', 720],
  ] as const) {
    const name = `sightline:sli_${kind}:window`;
    file.metric(name);
    for (const slo of slos) {
      const labels = `${labelsOf(slo)},window="${sloWindowKey(slo.window)}"`;
      await file.add(`${name}{${labels}}`, value, now);
    }
  }
}

/** How long one poll of 10,000 SLOs takes, with how many queries, and what the snapshot weighs. */
export async function measurePoll(
  report: Report,
  directory: string,
): Promise<void> {
  mkdirSync(directory, { recursive: true });
  const now = Math.floor(Date.now() / 1_000);
  const entities: MonitoredEntity[] = Array.from(
    { length: SERVICES },
    (_, index) => {
      const name = `service-${index}`;
      return aService(name, {
        slos: slosOf(name),
        owner: `group:default/team-${index % 100}`,
      });
    },
  );
  const samples = SampleFile.create(path.join(directory, 'samples.txt'));
  await addRecorded(
    samples,
    entities.flatMap(({ monitoring }) => monitoring.slos),
    now,
  );
  const prometheus = await TestPrometheus.start({
    openMetrics: { file: await samples.close() },
    patience: 180,
  });
  const fetchBefore = globalThis.fetch;
  try {
    let queries = 0;
    globalThis.fetch = (...args) => {
      queries += 1;
      return fetchBefore(...args);
    };
    const clock = () => new Date(now * 1_000);
    const poller = SloPoller.create({
      entities: entitiesOf(entities, clock),
      clients: [prometheusAt(prometheus.url)],
      interval: 60_000,
      logger: quietLogger,
      now: clock,
    });
    await poller.poll(new AbortController().signal);
    queries = 0;
    const memory = Memory.watch();
    const begun = performance.now();
    await poller.poll(new AbortController().signal);
    const seconds = (performance.now() - begun) / 1_000;
    const { slos } = poller.snapshot;
    report.add('poll: SLOs', slos.length, '');
    report.add(
      'poll: SLOs not ok',
      slos.filter(({ state }) => state !== 'ok').length,
      '',
      0,
    );
    report.add('poll: queries', queries, '', 8);
    report.add('poll: time', seconds, 's', 5);
    report.add('poll: heap at most', memory.stop() / MEGABYTE, 'MB', 250);
    report.add(
      'poll: memory of the snapshot',
      Buffer.byteLength(JSON.stringify(slos)) / MEGABYTE,
      'MB as JSON',
      40,
    );
  } finally {
    globalThis.fetch = fetchBefore;
    await prometheus.stop();
  }
}
