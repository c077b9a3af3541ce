import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IncidentName } from '../incidents';
import { simulatedPages } from '../testUtils';
import { Infrastructure, startInfrastructure } from './startInfrastructure';

jest.setTimeout(60_000);

/** Sum of a metric's samples on an exporter's page whose labels contain the text. */
function sum(page: string, name: string, labels = ''): number {
  return page
    .split('\n')
    .filter(line => line.startsWith(`${name}{`) || line.startsWith(`${name} `))
    .filter(line => line.includes(labels))
    .reduce((total, line) => total + Number(line.split(' ').pop()), 0);
}

/** Series of a page, with the labels that say something, sorted. */
function seriesOf(page: string): string[] {
  return page
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => {
      const name = /^\w+/.exec(line)![0];
      const labels = line.match(/\w+="[^"]+"/g) ?? [];
      return `${name}{${labels
        // A scrape adds these.
        .filter(label => !/^(job|instance|service)=/.test(label))
        .sort()
        .join(',')}}`;
    });
}

/** What stays simulated. */
const STANDBYS = {
  postgresql: /^pg_(stat_)?replication_/,
  redis: /slave_ip|^redis_master_link_up/,
  nats: /^$/,
};

describe('startInfrastructure', () => {
  const directory = mkdtempSync(join(tmpdir(), 'sightline-infrastructure-'));
  const active = new Set<IncidentName>();
  let infrastructure: Infrastructure;

  beforeAll(async () => {
    infrastructure = await startInfrastructure({
      directory,
      isActive: incident => active.has(incident),
    });
  });
  afterAll(async () => {
    await infrastructure.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  /** Reads the page again until the figure will do. */
  async function until(
    name: string,
    figure: (page: string) => number,
    condition: (value: number) => boolean,
  ): Promise<number> {
    for (;;) {
      const value = figure((await infrastructure.page(name))!);
      if (condition(value)) {
        return value;
      }
    }
  }

  it('runs all three for real', () => {
    expect(infrastructure.states).toEqual({
      postgresql: { kind: 'real' },
      redis: { kind: 'real' },
      nats: { kind: 'real' },
    });
  });

  it.each(Object.entries(STANDBYS))(
    'go on with the series of %s that history has, under the same labels',
    async (name, standby) => {
      const live = () =>
        infrastructure.page(name)!.then(page => new Set(seriesOf(page)));
      const wanted = seriesOf(simulatedPages([name])[0]).filter(
        series => !standby.test(series),
      );
      expect(wanted.length).toBeGreaterThan(10);
      // What was not called yet, or has no transaction yet, is shown later.
      let missing = wanted;
      while (missing.length > 0) {
        const shown = await live();
        missing = wanted.filter(series => !shown.has(series));
      }
      expect(missing).toEqual([]);
    },
  );

  it.each([
    ['postgresql', 'pg_settings_max_connections'],
    ['redis', 'redis_memory_max_bytes'],
    ['redis', 'redis_config_maxclients'],
    ['nats', 'gnatsd_varz_max_connections'],
    ['nats', 'gnatsd_varz_jetstream_config_max_storage'],
    ['nats', 'jetstream_stream_limit_bytes'],
  ])('%s has the %s that history has', async (name, metric) => {
    const page = await infrastructure.page(name)!;
    expect(sum(page, metric)).toBe(sum(simulatedPages([name])[0], metric));
  });

  it.each<[IncidentName, string, (page: string) => number, number, number]>([
    [
      'pool-exhaustion',
      'postgresql',
      page =>
        sum(page, 'pg_stat_database_numbackends') /
        sum(page, 'pg_settings_max_connections'),
      0.6,
      0.85,
    ],
    [
      'redis-memory',
      'redis',
      page =>
        sum(page, 'redis_memory_used_bytes') /
        sum(page, 'redis_memory_max_bytes'),
      0.7,
      0.9,
    ],
    [
      'consumer-lag',
      'nats',
      page =>
        sum(
          page,
          'jetstream_consumer_num_pending',
          'consumer_name="variant-generator"',
        ),
      1_000,
      10_001,
    ],
  ])(
    '%s raises the figure of %s and its end clears it',
    async (incident, name, figure, usual, troubled) => {
      await until(name, figure, value => value < usual);
      active.add(incident);
      const worst = await until(name, figure, value => value > troubled);
      expect(worst).toBeGreaterThan(troubled);
      active.delete(incident);
      const after = await until(name, figure, value => value < usual);
      expect(after).toBeLessThan(usual);
    },
  );

  it('leaves to the simulation what is not wanted, and says why', async () => {
    const other = await startInfrastructure({
      directory: join(directory, 'other'),
      isActive: () => false,
      wanted: [],
    });
    expect(other.page('redis')).toBeUndefined();
    expect(other.states.redis).toEqual({
      kind: 'simulated',
      reason: 'it was not asked for',
    });
    await other.stop();
  });
});
