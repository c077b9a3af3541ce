import {
  MonitoringPack,
  PackContext,
} from '@sightline/backstage-plugin-monitoring-node';
import {
  expressionsWithoutData,
  firingMinutes,
  RecordedPrometheus,
} from '@sightline/backstage-plugin-monitoring-node/testUtils';
import {
  IncidentName,
  recordIncident,
  simulatedPages,
} from '@sightline/demo/testUtils';
import { minioPack } from '../minio';
import { natsPack } from '../nats';
import { opensearchPack } from '../opensearch';
import { postgresqlPack } from '../postgresql';
import { redisPack } from '../redis';
import { infrastructurePack } from './infrastructurePack';

const PARTS = [postgresqlPack, redisPack, natsPack, minioPack, opensearchPack];

/** The demo names each server as its pack. */
function contextOf(pack: MonitoringPack): PackContext {
  const selector =
    pack === infrastructurePack
      ? 'service=~"postgresql|redis|nats|minio|opensearch"'
      : `service="${pack.id}"`;
  return {
    entityRef: `resource:default/${pack.id}`,
    name: pack.id,
    title: pack.title,
    selector,
    options: {},
    found: pack.probes?.map(({ id }) => id),
  };
}

/** What rightly is not there while all is well. */
const QUIET: Record<string, string[]> = {
  // Nothing is evicted.
  redis: ['alert RedisEvictionsRising'],
  // It answers, and says “ok”.
  nats: ['alert NatsDown'],
  // No pool refuses a task: the sum of all, beside it, is 0.
  opensearch: ['overview/52 Rejected tasks B'],
};

describe('the demo’s infrastructure, on the simulation alone', () => {
  let prometheus: RecordedPrometheus;

  beforeAll(async () => {
    prometheus = await RecordedPrometheus.start([
      {
        labels: { scrape: 'simulated' },
        pages: simulatedPages(PARTS.map(({ id }) => id)),
      },
    ]);
  });

  afterAll(() => prometheus?.stop());

  it.each(PARTS.map(pack => [pack.id, pack] as const))(
    'shows all that the pack %s asks for',
    async (id, pack) => {
      expect(
        await expressionsWithoutData(
          prometheus,
          pack,
          contextOf(pack),
          QUIET[id],
        ),
      ).toEqual([]);
    },
  );

  it('leaves no panel empty on the dashboard of all parts', async () => {
    const quiet = Object.values(QUIET)
      .flat()
      .filter(where => /^alert /.test(where));
    expect(
      await expressionsWithoutData(
        prometheus,
        infrastructurePack,
        contextOf(infrastructurePack),
        quiet,
      ),
    ).toEqual([]);
  });
});

describe('an incident of the demo fires its alert once', () => {
  it.each<[IncidentName, string, string, number, number]>([
    ['pool-exhaustion', 'postgresql', 'DatabasePoolExhausted', 3, 1],
    // 810 000 messages have to be read first, 2 000 a second.
    ['consumer-lag', 'nats', 'ConsumerLag', 6, 8],
    ['redis-memory', 'redis', 'RedisMemoryHigh', 6, 1],
    ['storage-errors', 'minio', 'MinioErrors', 9, 4],
  ])(
    '%s: %s, %s within %s minutes, until at most %s after its end',
    async (incident, id, alert, fires, clears) => {
      const pack = PARTS.find(part => part.id === id)!;
      const calm = 10;
      const lasts = 15;
      const until = calm + lasts + 20;
      const minutes = await firingMinutes(
        pack.alerts(contextOf(pack)),
        alert,
        recordIncident(incident, id, { calm, lasts, until }),
        until,
      );
      const [first] = minutes;
      const last = minutes[minutes.length - 1];
      expect(minutes).toHaveLength(last - first + 1);
      expect(first).toBeGreaterThan(calm);
      expect(first - calm).toBeLessThanOrEqual(fires);
      expect(last - calm - lasts).toBeLessThanOrEqual(clears);
    },
  );
});
