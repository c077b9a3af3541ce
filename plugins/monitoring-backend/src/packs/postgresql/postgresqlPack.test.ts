import path from 'node:path';
import { checkPack } from '@sightline/backstage-plugin-monitoring-node';
import {
  documentationFaults,
  expressionsWithoutData,
  RecordedPage,
  RecordedPrometheus,
} from '@sightline/backstage-plugin-monitoring-node/testUtils';
import { readPages } from '../__testUtils__/readPages';
import { resourceContext } from '../__testUtils__/resourceContext';
import { postgresqlAlerts } from './postgresqlAlerts';
import { postgresqlExpressions } from './postgresqlExpressions';
import { postgresqlPack } from './postgresqlPack';

const contextOf = (service: string) => resourceContext(service, 'Database');

function recorded(name: string, pages: number[] = [1, 2]): RecordedPage {
  return {
    labels: { service: name, job: 'postgresql', instance: name },
    pages: readPages(__dirname, `exporter-${name}`, pages),
    secondsBetween: 42.5,
  };
}

/** Servers with other exporters, and one that has both kinds of names. */
const PLAIN = `pg_connections{state="active"} 30
pg_connections{state="idle"} 15
pg_max_connections 50
`;
const BOTH = `${PLAIN}pg_stat_database_numbackends{datid="1",datname="media"} 30
pg_stat_database_numbackends{datid="2",datname="auth"} 15
pg_settings_max_connections 50
`;

/** PostgreSQL 16 reserves slots for a second reason. */
const RESERVED = `pg_stat_database_numbackends{datid="1",datname="media"} 45
pg_settings_max_connections 100
pg_settings_superuser_reserved_connections 3
pg_settings_reserved_connections 7
`;

describe('the postgresql pack', () => {
  let prometheus: RecordedPrometheus;

  beforeAll(async () => {
    prometheus = await RecordedPrometheus.start([
      recorded('0.11'),
      recorded('0.11-standby', [2]),
      recorded('0.20'),
      recorded('0.20-defaults', [2]),
      recorded('0.20-standby'),
      recorded('0.20-full', [1]),
      ...Object.entries({
        plain: PLAIN,
        both: BOTH,
        reserved: RESERVED,
      }).map(([name, page]) => ({
        labels: {
          service: name === 'reserved' ? name : 'others',
          job: 'postgresql',
          instance: name,
        },
        pages: [page],
      })),
    ]);
  });

  afterAll(() => prometheus?.stop());

  /** Values by instance and what else tells series apart. */
  async function ask(expression: string) {
    const samples = await prometheus.query(expression);
    return Object.fromEntries(
      samples.map(({ labels: { job, ...labels }, value }) => [
        Object.values(labels).join(' '),
        value,
      ]),
    );
  }

  it('is sound', () => {
    expect(checkPack(postgresqlPack, contextOf('database'))).toEqual([]);
  });

  it('is documented', () => {
    expect(
      documentationFaults(
        postgresqlPack,
        contextOf('database'),
        path.resolve(__dirname, '../../../../../docs'),
      ),
    ).toEqual([]);
  });

  it.each<[string, string[]]>([
    [
      '0.20',
      // Only a standby says how far it is behind; see below.
      ['overview/50 Replication lag A', 'alert PostgresqlReplicationLag'],
    ],
    [
      '0.11',
      // This exporter does not say how far a standby is behind.
      ['overview/50 Replication lag A', 'alert PostgresqlReplicationLag'],
    ],
  ])('finds on exporter %s all that it shows', async (name, except) => {
    expect(
      await expressionsWithoutData(
        prometheus,
        postgresqlPack,
        contextOf(name),
        except,
      ),
    ).toEqual([]);
  });

  it.each(['0.11', '0.20'])(
    'answers on exporter %s what was answered when it was recorded',
    async name => {
      const postgresql = postgresqlExpressions(`service="${name}"`, '5m');
      expect(await ask(postgresql.connections)).toEqual({
        [name]: name === '0.11' ? 53 : 54,
      });
      expect(await ask(postgresql.slots)).toEqual({ [name]: 57 });
      const usage = name === '0.11' ? 0.9298245614 : 0.9473684211;
      expect((await ask(postgresql.poolUsage))[name]).toBeCloseTo(usage, 9);
      // Without the templates, which were counted then: hence six digits.
      const rollbacks = name === '0.11' ? 0.0021854102 : 0.0021752686;
      expect((await ask(postgresql.rollbackRatio))[name]).toBeCloseTo(
        rollbacks,
        6,
      );
      const hits = await ask(postgresql.cacheHitRatioByDatabase);
      expect(hits[`shop ${name}`]).toBeCloseTo(0.8483327476, 9);
      expect((await ask(postgresql.deadlocks))[`media ${name}`]).toBe(15);
      const backlog = name === '0.11' ? 29_922_624 : 29_932_440;
      expect(await ask(postgresql.replicationBacklog)).toEqual({
        [`walreceiver ${name}`]: backlog,
      });
    },
  );

  it('says how far a standby is behind, of standbys alone', async () => {
    const lag = (service: string) =>
      ask(postgresqlExpressions(`service="${service}"`, '5m').replicationLag);
    expect(await lag('0.20-standby')).toEqual({ '0.20-standby': 42.141118 });
    expect(await lag('0.20')).toEqual({});
  });

  it('takes the newest exporter as a fresh install has it', async () => {
    const postgresql = postgresqlExpressions('service="0.20-defaults"', '5m');
    const [usage] = Object.values(await ask(postgresql.poolUsage));
    expect(usage).toBeGreaterThan(0.9);
    const longest = await ask(postgresql.longestTransaction);
    expect(longest['media 0.20-defaults']).toBeCloseTo(64.849913, 6);
  });

  it('counts each server once, whichever names it has, and drops none', async () => {
    const postgresql = postgresqlExpressions('service="others"', '5m');
    expect(await ask(postgresql.connections)).toEqual({ plain: 45, both: 45 });
    expect(await ask(postgresql.slots)).toEqual({ plain: 50, both: 50 });
    expect(await ask(postgresql.poolUsage)).toEqual({ plain: 0.9, both: 0.9 });
  });

  it('counts no slot that PostgreSQL 16 reserves', async () => {
    const postgresql = postgresqlExpressions('service="reserved"', '5m');
    expect(await ask(postgresql.slots)).toEqual({ reserved: 90 });
    expect(await ask(postgresql.poolUsage)).toEqual({ reserved: 0.5 });
  });

  it('says of a full server that shuts its exporter out that it is down', async () => {
    const alerts = postgresqlAlerts(contextOf('0.20-full'));
    const down = alerts.find(({ name }) => name === 'PostgresqlDown')!;
    expect(await ask(`${down.expression} < 1`)).toEqual({ '0.20-full': 0 });
  });

  it('shows the database of its options first, and asks its alerts of it', () => {
    const context = {
      ...contextOf('database'),
      options: { database: 'me"dia' },
    };
    expect(checkPack(postgresqlPack, context)).toEqual([]);
    const [{ model }] = postgresqlPack.dashboards(context);
    expect((model.templating as any).list[1]).toMatchObject({
      name: 'database',
      current: { value: ['me"dia'] },
    });
    expect(
      postgresqlPack
        .alerts(context)
        .filter(({ expression }) => expression.includes('datname="me\\"dia"'))
        .map(({ name }) => name),
    ).toEqual(['PostgresqlDeadlocks', 'PostgresqlLongTransaction']);
  });

  it('keeps the ids of its panels, which links and alerts name', () => {
    const [{ id, model }] = postgresqlPack.dashboards(contextOf('database'));
    expect(id).toBe('overview');
    expect(
      (model.panels as any[])
        .filter(({ type }) => type !== 'row')
        .map(panel => `${panel.id} ${panel.title}`),
    ).toEqual([
      '1 Server',
      '2 Pool used',
      '3 Connections',
      '4 Transactions',
      '5 Cache hits',
      '6 Longest transaction',
      '10 Pool used',
      '13 Connections and slots',
      '11 Connections by database',
      '12 Connections by state',
      '20 Transactions',
      '21 Rolled back',
      '22 Rows',
      '30 Deadlocks',
      '31 Locks',
      '32 Longest transaction',
      '40 Cache hits',
      '41 Temporary files',
      '42 Database size',
      '50 Replication lag',
      '51 Replication backlog',
      '52 Replication slots',
      '53 Checkpoints',
    ]);
  });
});
