import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { TestPrometheus } from '@sightline/backstage-plugin-monitoring-node/testUtils';
import { SeededRandom } from '../../src/querying/ranges/__testUtils__/SeededRandom';
import { Report } from '../lib/Report';
import { CountingProxy } from './CountingProxy';
import { FaultyUpstream } from './FaultyUpstream';
import { FAULTY_SERVICES, measureFaults } from './measureFaults';
import { measureHerd } from './measureHerd';
import { measureHits } from './measureHits';
import { measureMemory } from './measureMemory';
import { measureMisses } from './measureMisses';
import { measureRefresh } from './measureRefresh';
import { readScale } from './Scale';
import { writeSamples } from './services';
import { startBackend } from './startBackend';
import { Viewer } from './Viewer';
import { writeResults } from './writeResults';

/** The one that makes the most of memory comes last. */
const MEASUREMENTS = [
  measureHits,
  measureMisses,
  measureHerd,
  measureRefresh,
  measureFaults,
  measureMemory,
];
const SEED = 1;
const MINUTE = 60;

async function measure(directory: string): Promise<Report> {
  const scale = readScale(process.argv.slice(2));
  const report = new Report();
  const now = Math.floor(Date.now() / 1_000 / MINUTE) * MINUTE;
  const prometheus = await TestPrometheus.start({
    openMetrics: { file: await writeSamples(directory, { ...scale, now }) },
    patience: 60,
  });
  const faulty = await FaultyUpstream.start();
  const counting = await CountingProxy.start(prometheus.url);
  const backend = await startBackend({
    prometheus: prometheus.url,
    faulty: faulty.url,
    counted: counting.url,
    services: scale.services,
    faultyServices: FAULTY_SERVICES,
  });
  const viewer = Viewer.create({
    backend: backend.url,
    prometheus: prometheus.url,
    connections: 100,
  });
  const bench = {
    ...{ scale, report, backend, faulty, counting, viewer },
    prometheus: prometheus.url,
    random: new SeededRandom(SEED),
    now: now * 1_000,
  };
  try {
    for (const one of MEASUREMENTS) {
      await one(bench);
      process.stdout.write('.');
    }
    process.stdout.write('\n');
  } finally {
    await viewer.close();
    backend.stop();
    await faulty.stop();
    await counting.stop();
    await prometheus.stop();
  }
  if (!process.argv.includes('--quick')) {
    writeResults(report, scale);
  }
  return report;
}

async function main() {
  const directory = mkdtempSync(path.join(tmpdir(), 'sightline-bench-'));
  try {
    const report = await measure(directory);
    process.stdout.write(`${report}\n`);
    if (report.failed.length > 0) {
      process.stdout.write(`\nToo much: ${report.failed.join(', ')}\n`);
      process.exitCode = 1;
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
