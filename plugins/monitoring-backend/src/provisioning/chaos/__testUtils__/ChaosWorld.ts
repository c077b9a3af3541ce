import { AuditorService, LoggerService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  createStandIn,
  GrafanaState,
  STAND_IN_TOKENS,
} from '@sightline/grafana-stand-in';
import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DefaultMonitoringCatalog } from '../../../catalog';
import { MonitoringConfig, readMonitoringConfig } from '../../../config';
import { createResolver, httpPack, PackRegistry } from '../../../packs';
import { GrafanaTarget, RuleFilesTarget } from '../../../targets';
import { MemoryStore } from '../../__testUtils__/builders';
import { Reconciler } from '../../Reconciler';
import { ChaosFleet } from './ChaosFleet';
import { ChaosPeople } from './ChaosPeople';
import { ChaosProcess, EarlyEnd } from './ChaosProcess';
import { ChaosRandom } from './ChaosRandom';
import { createFaultyFetch } from './createFaultyFetch';
import { createInProcessFetch } from './createInProcessFetch';
import { mortalStore } from './mortalStore';

/** What nobody but the servers may ever see. */
export const SECRETS = [
  STAND_IN_TOKENS.editor,
  'secret-of-the-hook',
  'path-of-the-hook',
  'key-of-the-fingerprints',
];

const GRACE = 3_600_000;
/** Share of requests before which a person is faster, 0..1. */
const EDITS_BETWEEN_REQUESTS = 0.01;

/** As the database does with runs that say no more that they live. */
function endLostRuns({ runs }: MemoryStore, ids: Set<string>): void {
  for (const id of ids) {
    const run = runs.get(id);
    if (run?.status === 'running') {
      runs.set(id, { ...run, status: 'stopped' });
    }
  }
}

/** One replica: it outlives its runs, until it is killed. */
interface Replica {
  store: MemoryStore;
  reconciler?: Reconciler;
}

/** A Grafana, a folder of rules, a catalog, people, and two replicas of Sightline. */
export class ChaosWorld {
  readonly random: ChaosRandom;
  readonly fleet: ChaosFleet;
  readonly people: ChaosPeople;
  readonly grafana: GrafanaState;
  readonly directory: string;
  readonly config: MonitoringConfig;
  readonly replicas: Replica[];
  /** Lines of the log and events of the audit. */
  readonly said: string[] = [];
  /** Share of requests that go wrong, 0..1. */
  faults = 0;
  /** How often what happened. */
  readonly tally: Record<string, number> = {};
  now = new Date('2026-11-24T12:00:00Z');
  readonly #fetch: typeof fetch;
  readonly #logger: LoggerService;
  readonly #auditor: AuditorService;

  static async create(seed: number): Promise<ChaosWorld> {
    const world = new ChaosWorld(
      new ChaosRandom(seed),
      await mkdtemp(path.join(tmpdir(), `sightline-chaos-${seed}-`)),
    );
    await world.people.settle();
    return world;
  }

  private constructor(random: ChaosRandom, directory: string) {
    this.random = random;
    this.directory = directory;
    this.fleet = new ChaosFleet(random);
    const store = new MemoryStore();
    this.replicas = [{ store }, { store }];
    this.grafana = new GrafanaState(() => this.now);
    const standIn = createStandIn({
      prometheusUrl: 'http://127.0.0.1:9',
      now: () => this.now,
      state: this.grafana,
    });
    const direct = createInProcessFetch(standIn as never);
    this.people = new ChaosPeople({
      random,
      state: this.grafana,
      fetch: direct,
      directory,
    });
    // Grafana 11 knows only the older API of dashboards and folders.
    const isOld = random.chance(0.4);
    const isAtWork = () =>
      !isOld && this.faults > 0 && random.chance(EDITS_BETWEEN_REQUESTS);
    this.#fetch = createFaultyFetch(
      async (url, init) => {
        const { host, pathname } = new URL(String(url));
        if (host === 'prometheus') {
          return new Response('');
        }
        if (isAtWork()) {
          // Only versions that hold can keep what a person does in the same moment.
          await this.people.editDashboard();
        }
        return isOld && pathname === '/apis'
          ? new Response('Not found', { status: 404 })
          : direct(url, init);
      },
      {
        random,
        faults: () => this.faults,
        now: () => this.now,
        onFault: fault => this.count(fault),
      },
    );
    this.config = readMonitoringConfig(
      new ConfigReader({
        monitoring: {
          grafana: [
            {
              id: 'default',
              url: 'http://grafana',
              auth: { method: 'bearer', token: STAND_IN_TOKENS.editor },
              folders: { by: random.pick(['none', 'owner']) },
            },
          ],
          notifications: {
            muteTimings: [
              {
                name: 'nights',
                intervals: [
                  { times: [{ start_time: '00:00', end_time: '06:00' }] },
                ],
              },
            ],
            channels: [
              {
                name: 'hook',
                type: 'webhook',
                url: 'http://sink.example/path-of-the-hook',
                auth: { method: 'bearer', token: 'secret-of-the-hook' },
              },
            ],
          },
          provisioning: {
            alerts: 'grafana',
            slos: 'ruleFiles',
            ruleFiles: {
              directory,
              reloadUrl: 'http://prometheus/-/reload',
            },
            prune: { maxShare: random.pick([1, 0.3]), grace: { hours: 1 } },
          },
        },
      }),
    );
    const say = (...parts: unknown[]) => {
      this.said.push(
        parts
          .map(part =>
            part instanceof Error
              ? `${part.stack} ${JSON.stringify(part)}`
              : JSON.stringify(part),
          )
          .join(' '),
      );
    };
    this.#logger = mockServices.logger.mock({
      error: say,
      warn: say,
      info: say,
      debug: say,
    });
    this.#auditor = mockServices.auditor.mock({
      createEvent: async options => {
        say(options);
        return {
          success: async more => say(more),
          fail: async more => say(more.error, more),
        };
      },
    });
  }

  count(what: string, times: number = 1): void {
    this.tally[what] = (this.tally[what] ?? 0) + times;
  }

  /** Time passes. */
  pass(milliseconds: number): void {
    this.now = new Date(this.now.getTime() + milliseconds);
  }

  /** Longer than any wait and the grace period; for files, too, which know the real time. */
  async passLong(): Promise<void> {
    this.pass(2 * GRACE);
    const old = new Date(Date.now() - 2 * GRACE);
    for (const name of await readdir(this.directory)) {
      await utimes(path.join(this.directory, name), old, old);
    }
  }

  /**
   * One run of one replica, which it may not survive.
   *
   * @returns the record; `undefined` when it was killed
   */
  async run(
    replica: Replica,
    { end, entityRef }: { end?: EarlyEnd; entityRef?: string } = {},
  ) {
    replica.reconciler ??= this.#start(replica);
    const { reconciler } = replica;
    const process = new ChaosProcess(end);
    try {
      const record = await process.run(() =>
        reconciler.run({
          trigger: entityRef ? 'event' : 'schedule',
          entityRef,
          signal: process.signal,
        }),
      );
      if (process.isDead) {
        return undefined;
      }
      this.count(record.status);
      for (const [what, times] of Object.entries(record.counts)) {
        this.count(what, times);
      }
      return record;
    } catch (error) {
      if (!process.isDead) {
        throw error;
      }
      return undefined;
    } finally {
      if (process.isDead) {
        this.count('killed');
        endLostRuns(replica.store, process.runs);
        replica.reconciler = undefined;
      }
    }
  }

  catalog(): DefaultMonitoringCatalog {
    return DefaultMonitoringCatalog.create({
      catalog: this.fleet.service(),
      auth: mockServices.auth(),
      logger: this.#logger,
      config: this.config,
      resolve: createResolver({
        packs: PackRegistry.create(httpPack),
        config: this.config,
        discovery: {
          find: async () => new Map([['http', ['prom-client']]]),
        },
      }),
    });
  }

  /** What a person wants to see who replays a seed. */
  describe(): string[] {
    return [
      ...this.fleet.entities.map(({ metadata: { name, annotations } }) =>
        JSON.stringify({ name, ...annotations }),
      ),
      ...this.replicas.flatMap(({ store }) => [
        `Last steps: ${JSON.stringify([...store.steps.values()].at(-1))}`,
        ...[...store.objects.values()].map(
          ({ key, state, reason }) => `${key} ${state} ${reason ?? ''}`,
        ),
      ]),
      ...this.said,
    ];
  }

  async end(): Promise<void> {
    await rm(this.directory, { recursive: true, force: true });
  }

  #start({ store }: Replica): Reconciler {
    const [grafana] = this.config.grafana;
    return Reconciler.create({
      config: this.config,
      catalog: this.catalog(),
      targets: [
        GrafanaTarget.fromConfig(grafana, {
          alerts: true,
          muteTimings: true,
          contactPoints: {
            channels: this.config.notifications.channels,
            key: 'key-of-the-fingerprints',
            wait: async () => {},
          },
          fetch: this.#fetch,
          now: () => this.now,
        }),
        ...this.config.provisioning.ruleFiles.map(folder =>
          RuleFilesTarget.fromConfig(folder, { fetch: this.#fetch }),
        ),
      ],
      store: mortalStore(store),
      auth: mockServices.auth(),
      logger: this.#logger,
      auditor: this.#auditor,
      now: () => this.now,
      random: () => this.random.next(),
      interval: 10,
    });
  }
}
