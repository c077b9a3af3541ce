import { firingMinutes } from '@sightline/backstage-plugin-monitoring-node/testUtils';
import { postgresqlAlerts } from './postgresqlAlerts';

const alerts = postgresqlAlerts({
  entityRef: 'resource:default/database',
  name: 'database',
  title: 'Database',
  selector: 'service="db"',
  options: {},
});

/** A series of the server that is asked about. */
function of(name: string, labels: string = '', instance: string = 'db-0') {
  const more = labels && `, ${labels}`;
  return `${name}{service="db", job="pg", instance="${instance}"${more}}`;
}

function minutes(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

const up = of('pg_up');
const media = of('pg_stat_database_numbackends', 'datname="media"');
const auth = of('pg_stat_database_numbackends', 'datname="auth"');
const settings = {
  [of('pg_settings_max_connections')]: '100x70',
  [of('pg_settings_superuser_reserved_connections')]: '3x70',
};
const deadlocks = of('pg_stat_database_deadlocks', 'datname="media"');
const transaction = of(
  'pg_stat_activity_max_tx_duration',
  'datname="media", state="idle in transaction"',
);
const replica = { [of('pg_replication_is_replica')]: '1x80' };
const lag = of('pg_replication_lag_seconds');
const backlog = of(
  'pg_stat_replication_pg_wal_lsn_diff',
  'application_name="standby"',
);
const slot = of('pg_replication_slots_active', 'slot_name="standby"');

type Case = [what: string, series: Record<string, string>, fires: number[]];

const CASES: Record<string, Case[]> = {
  DatabasePoolExhausted: [
    [
      'from 2 minutes after all databases together take over 80 % of the slots',
      { ...settings, [media]: '40x4 48x5 40x20', [auth]: '30x30' },
      minutes(7, 10),
    ],
    [
      'not at 79 % of 97 slots',
      { ...settings, [media]: '46x30', [auth]: '30x30' },
      [],
    ],
    [
      'for the one of two servers that is full, not for their sum',
      {
        ...settings,
        [media]: '20x30',
        [of('pg_stat_database_numbackends', 'datname="media"', 'db-1')]:
          '45x60',
        [of('pg_settings_max_connections', '', 'db-1')]: '50x60',
      },
      minutes(2, 60),
    ],
    [
      'on the plain names',
      { [of('pg_connections')]: '81x60', [of('pg_max_connections')]: '100x60' },
      minutes(2, 60),
    ],
    [
      'not when the server gives no slots',
      { [media]: '9x30', [of('pg_settings_max_connections')]: '0x30' },
      [],
    ],
    [
      'on through a scrape that fails',
      {
        ...settings,
        [of('pg_settings_max_connections')]: '100x9 stale 100x60',
        [media]: '90x9 stale 90x60',
      },
      minutes(2, 60),
    ],
    [
      'on after the full server shuts its exporter out, until PostgresqlDown has fired',
      {
        [of('pg_settings_max_connections')]: '100x9 stale',
        [media]: '90x9 stale',
        [up]: '1x9 0x50',
      },
      minutes(2, 14),
    ],
    [
      'not when a server that was full for one scrape goes and another comes',
      {
        [of('pg_settings_max_connections')]: '100x10 stale',
        [media]: '10x9 90 stale',
        [up]: '1x10 stale',
        [of('pg_settings_max_connections', '', 'db-1')]: '_x10 100x60',
        [of('pg_stat_database_numbackends', 'datname="media"', 'db-1')]:
          '_x10 10x60',
        [of('pg_up', '', 'db-1')]: '_x10 1x60',
      },
      [],
    ],
  ],
  PostgresqlDown: [
    [
      'from 2 minutes after the exporter is shut out',
      { [up]: '1x4 0x5 1x20' },
      minutes(7, 10),
    ],
    ['not after one scrape without a login', { [up]: '1x4 0 1x20' }, []],
    [
      'on through a scrape that fails',
      { [up]: '0x9 stale 0x60' },
      minutes(2, 60),
    ],
    [
      'not when the last scrape before a server goes finds it stopped',
      { [up]: '1x9 0 stale', [of('pg_up', '', 'db-1')]: '_x10 1x60' },
      [],
    ],
  ],
  PostgresqlDeadlocks: [
    ['not at 5 in 15 minutes', { [deadlocks]: '0x9 5x50' }, []],
    [
      'while there are more than 5 in 15 minutes',
      { [deadlocks]: '0x14 12x40' },
      minutes(16, 29),
    ],
    ['not when statistics are reset', { [deadlocks]: '900x20 0x40' }, []],
    [
      'on those after a reset',
      { [deadlocks]: '900x20 0x9 12x30' },
      minutes(32, 45),
    ],
    ['not without the series', { [up]: '1x60' }, []],
  ],
  PostgresqlLongTransaction: [
    [
      'from 10 minutes after one is 15 minutes old',
      { [transaction]: '0+60x30 0x20' },
      minutes(26, 30),
    ],
    ['not when it ends before', { [transaction]: '0+60x20 0x20' }, []],
    [
      'not when its series ends with it',
      { [transaction]: '0+60x19 stale' },
      [],
    ],
    [
      'on through two scrapes that fail',
      { [transaction]: '1000x14 _x2 1000x60' },
      minutes(10, 60),
    ],
  ],
  PostgresqlReplicationLag: [
    [
      'from 5 minutes after a standby is more than a minute behind',
      { ...replica, [lag]: '0x9 61x9 0x9' },
      minutes(15, 19),
    ],
    ['not at a minute', { ...replica, [lag]: '60x40' }, []],
    [
      'not for a primary',
      { [of('pg_replication_is_replica')]: '0x40', [lag]: '900x40' },
      [],
    ],
    [
      'on through two scrapes that fail',
      { ...replica, [lag]: '90x9 _x2 90x60' },
      minutes(5, 60),
    ],
    [
      'not when the last scrape before a standby goes finds it behind',
      {
        [of('pg_replication_is_replica')]: '1x10 stale',
        [lag]: '0x9 90 stale',
      },
      [],
    ],
  ],
  PostgresqlReplicationBacklog: [
    [
      'from 10 minutes after a standby is more than 1 GiB behind',
      { [backlog]: '0x4 2e9x19 0x9' },
      minutes(15, 24),
    ],
    ['not at 1 GiB', { [backlog]: '1073741824x40' }, []],
    ['not without standbys', { [up]: '1x40' }, []],
    [
      'on through two scrapes that fail',
      { [backlog]: '2e9x14 _x2 2e9x60' },
      minutes(10, 60),
    ],
  ],
  PostgresqlReplicationSlotUnused: [
    [
      'from 15 minutes after its reader went away',
      { [slot]: '1x4 0x19 1x9' },
      minutes(20, 24),
    ],
    ['not while its reader comes back', { [slot]: '1x4 0x13 1x20' }, []],
    ['not once it is dropped', { [slot]: '1x4 0x5 stale' }, []],
    [
      'on through two scrapes that fail',
      { [slot]: '0x19 _x2 0x60' },
      minutes(15, 60),
    ],
  ],
  PostgresqlMetricsMissing: [
    [
      'from 15 minutes after everything vanished',
      { [up]: '1x9' },
      minutes(25, 60),
    ],
    ['not while the server is down', { [up]: '0x60' }, []],
    ['not with the plain names alone', { [of('pg_connections')]: '1x60' }, []],
  ],
};

describe.each(Object.entries(CASES))('%s fires', (name, cases) => {
  it.each(cases)('%s', async (_what, series, fires) => {
    expect(await firingMinutes(alerts, name, series)).toEqual(fires);
  });
});

it('asks every alert', () => {
  expect(Object.keys(CASES)).toEqual(alerts.map(({ name }) => name));
});
