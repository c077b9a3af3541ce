import { stringifyEntityRef } from '@backstage/catalog-model';
import { letFilesDie } from './__testUtils__/chaosFiles';
import { EarlyEnd } from './__testUtils__/ChaosProcess';
import { ChaosWorld } from './__testUtils__/ChaosWorld';
import { findWrongs } from './__testUtils__/findWrongs';

/**
 * `CHAOS_SEED=123` replays one seed and tells what happened; `CHAOS_SEEDS=1000` takes so many,
 * from `CHAOS_FIRST` on. `npm run test:chaos` takes 1,000.
 */
const { CHAOS_SEED, CHAOS_SEEDS = '100', CHAOS_FIRST = '1' } = process.env;
const seeds = CHAOS_SEED
  ? [Number(CHAOS_SEED)]
  : Array.from(
      { length: Number(CHAOS_SEEDS) },
      (_, index) => Number(CHAOS_FIRST) + index,
    );

/** What has to happen among many seeds, or the test proves little. */
const MUST_HAPPEN = [
  ...['killed', 'stopped', 'failed', 'succeeded'],
  ...['created', 'updated', 'pruned', 'drifted', 'conflict', 'waiting'],
  ...['error before', 'error after', 'silence after', 'truncated', 'busy'],
];

const MINUTE = 60_000;
/** Runs within which everything has to come to rest once nothing fails any more. */
const MOST_QUIET_RUNS = 12;

function earlyEnd({ random }: ChaosWorld): EarlyEnd | undefined {
  return random.chance(0.5)
    ? { way: random.pick(['kill', 'stop']), at: 1 + random.below(120) }
    : undefined;
}

/** Something happens to everything, and one or both replicas run meanwhile. */
async function trouble(world: ChaosWorld): Promise<void> {
  const { fleet, people, random, replicas } = world;
  if (random.chance(0.6)) {
    fleet.change();
  }
  if (random.chance(0.4)) {
    await people.act();
  }
  if (random.chance(0.1)) {
    const { store } = random.pick(replicas);
    random.pick([store.objects, store.parts]).clear();
  }
  fleet.outage = random.chance(0.2)
    ? random.pick(['silent', 'in part'])
    : 'none';
  world.faults = random.pick([0, 0.03, 0.3]);
  const running = random.chance(0.4) ? replicas : [random.pick(replicas)];
  await Promise.all(
    running.map(async replica => {
      const [entity] = random.chance(0.3) ? fleet.entities : [];
      const record = await world.run(replica, {
        end: earlyEnd(world),
        entityRef: entity && stringifyEntityRef(entity),
      });
      if (fleet.outage !== 'none' && (record?.counts.pruned ?? 0) > 0) {
        throw new Error('Something was deleted while the catalog was silent');
      }
    }),
  );
  world.pass(random.below(30) * MINUTE);
}

/** Nothing fails any more, and whoever is asked lets go what has to go. */
async function quiet(world: ChaosWorld): Promise<string[]> {
  const { fleet, replicas } = world;
  fleet.outage = 'none';
  world.faults = 0;
  let last: string[] = [];
  for (let run = 0; run < MOST_QUIET_RUNS; run += 1) {
    await world.passLong();
    const replica = replicas[run % replicas.length];
    const record = (await world.run(replica))!;
    if (record.brake) {
      await replica.store.saveBrakeAnswer({
        digest: record.brake.digest,
        answer: 'delete',
        by: 'user:default/guest',
        at: world.now,
      });
    }
    const { created, updated, pruned, failed } = record.counts;
    last = [
      ...(created + updated + pruned + failed > 0 ||
      record.brake ||
      record.status !== 'succeeded'
        ? [
            `The last run was not at rest: ${JSON.stringify({
              status: record.status,
              errors: record.errors,
              steps: replica.store.steps.get(record.id),
            })}`,
          ]
        : []),
    ];
    if (last.length === 0 && run > 3) {
      return [];
    }
  }
  return last;
}

describe('Provisioning in chaos', () => {
  let restoreFiles: () => void;

  beforeAll(() => {
    restoreFiles = letFilesDie();
  });

  afterAll(() => restoreFiles());

  it(
    `comes to rest with all that is wanted, nothing twice, and all that people made (${seeds.length} seeds)`,
    async () => {
      const failed: string[] = [];
      const happened = new Set<string>();
      for (const seed of seeds) {
        const world = await ChaosWorld.create(seed);
        try {
          const steps = 2 + world.random.below(4);
          for (let step = 0; step < steps; step += 1) {
            await trouble(world);
          }
          const wrongs = [
            ...(await quiet(world)),
            ...(await findWrongs(world)),
          ];
          if (wrongs.length > 0) {
            failed.push(
              [
                `CHAOS_SEED=${seed}`,
                ...wrongs,
                ...(CHAOS_SEED ? world.describe() : []),
              ].join('\n  '),
            );
          }
        } catch (error) {
          failed.push(`CHAOS_SEED=${seed}\n  ${(error as Error).stack}`);
        } finally {
          Object.keys(world.tally)
            .filter(what => world.tally[what] > 0)
            .forEach(what => happened.add(what));
          await world.end();
        }
      }
      expect(failed).toEqual([]);
      expect(
        MUST_HAPPEN.filter(what => seeds.length >= 50 && !happened.has(what)),
      ).toEqual([]);
    },
    seeds.length * 30_000,
  );
});
