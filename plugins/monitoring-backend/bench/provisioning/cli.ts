import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { STAND_IN_TOKENS } from '@sightline/grafana-stand-in';
import knexFactory from 'knex';
import { readMonitoringConfig } from '../../src/config';
import {
  createTargets,
  DatabaseProvisioningStore,
  Reconciler,
} from '../../src/provisioning';
import { Fleet } from './Fleet';
import { Memory } from '../lib/Memory';
import { quietLogger } from '../lib/quietLogger';
import { Report } from '../lib/Report';
import { startStandIn } from './startStandIn';
import { Traffic } from './Traffic';

const SERVICES = Number(process.env.SERVICES ?? 5_000);
const MEGABYTE = 1_000_000;

function createConfig(grafana: string, directory: string) {
  return readMonitoringConfig(
    new ConfigReader({
      monitoring: {
        prometheus: [{ id: 'default', url: 'http://localhost:1' }],
        grafana: [
          {
            id: 'default',
            url: grafana,
            auth: { method: 'bearer', token: STAND_IN_TOKENS.editor },
          },
        ],
        provisioning: {
          alerts: 'grafana',
          slos: 'ruleFiles',
          ruleFiles: { directory },
        },
      },
    }),
  );
}

async function timed<T>(action: () => Promise<T>): Promise<[number, T]> {
  const begun = performance.now();
  const result = await action();
  return [(performance.now() - begun) / 1000, result];
}

interface Instruments {
  report: Report;
  traffic: Traffic;
}

async function measureIdleRun(
  reconciler: Reconciler,
  what: string,
  { report, traffic, seconds }: Instruments & { seconds: number },
): Promise<void> {
  traffic.reset();
  const memory = Memory.watch();
  const [time, run] = await timed(() => reconciler.run({ trigger: 'manual' }));
  const { created, updated, unchanged } = run.counts;
  // A target that could not be listed is quick, and proves nothing.
  report.add(`${what}: errors`, run.errors.length, '', 0);
  report.add(`${what}: unchanged objects`, unchanged, '');
  report.add(`${what}: writes`, traffic.writes + created + updated, '', 0);
  report.add(`${what}: reads`, traffic.reads, '', 50);
  report.add(`${what}: time`, time, 's', seconds);
  report.add(`${what}: heap`, memory.stop() / MEGABYTE, 'MB', 400);
}

async function measureFirstRuns(
  reconciler: Reconciler,
  { report, traffic }: Instruments,
): Promise<void> {
  const memory = Memory.watch();
  const [time, run] = await timed(() => reconciler.run({ trigger: 'manual' }));
  const { created } = run.counts;
  for (const { message } of run.errors.slice(0, 5)) {
    process.stdout.write(`first run: ${message}\n`);
  }
  report.add('first run: objects created', created, '');
  report.add('first run: errors', run.errors.length, '', 0);
  report.add('first run: time', time, 's');
  report.add('first run: objects per second', created / time, '');
  report.add('first run: heap', memory.stop() / MEGABYTE, 'MB', 400);
  await measureIdleRun(reconciler, 'no-op run', {
    report,
    traffic,
    seconds: 5,
  });
}

async function measure(grafana: string, directory: string): Promise<Report> {
  const report = new Report();
  const traffic = new Traffic();
  const config = createConfig(grafana, path.join(directory, 'rules'));
  const database = knexFactory({
    client: 'better-sqlite3',
    connection: path.join(directory, 'monitoring.sqlite'),
    useNullAsDefault: true,
  });
  const store = await DatabaseProvisioningStore.create({
    database: { getClient: async () => database } as DatabaseService,
  });
  const fleet = new Fleet(SERVICES);
  traffic.start();
  const createReconciler = async () =>
    Reconciler.create({
      config,
      catalog: fleet.catalog(config),
      auth: mockServices.auth(),
      targets: createTargets(config, {
        fingerprintKey: await store.fingerprintKey(),
      }),
      store,
      logger: quietLogger,
    });
  // Nothing keeps the first one alive when the second one begins, as after a restart.
  await measureFirstRuns(await createReconciler(), { report, traffic });
  const restarted = await createReconciler();
  await measureIdleRun(restarted, 'no-op run after a restart', {
    report,
    traffic,
    // Every service is worked out anew, once.
    seconds: 15,
  });

  const entityRef = fleet.change(SERVICES >> 1, {
    'monitoring/alerts': 'HighHttpErrorRate: > 3%',
  });
  traffic.reset();
  const [time, one] = await timed(() =>
    restarted.run({ trigger: 'event', entityRef }),
  );
  report.add('one service: objects updated', one.counts.updated, '');
  report.add('one service: time', time, 's', 1);

  const changed = fleet.change(SERVICES >> 2, {
    'monitoring/slos': 'availability 99.5% 30d; latency p95 < 500ms 30d',
  });
  const [took, shared] = await timed(() =>
    restarted.run({ trigger: 'event', entityRef: changed }),
  );
  report.add('one objective: objects updated', shared.counts.updated, '');
  report.add('one objective: time', took, 's', 5);
  await database.destroy();
  return report;
}

async function main() {
  const directory = mkdtempSync(path.join(tmpdir(), 'sightline-bench-'));
  const grafana = await startStandIn();
  try {
    const report = await measure(grafana.url, directory);
    process.stdout.write(`${SERVICES} services\n${report}\n`);
    if (report.failed.length > 0) {
      process.stdout.write(`\nToo much: ${report.failed.join(', ')}\n`);
      process.exitCode = 1;
    }
  } finally {
    grafana.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
