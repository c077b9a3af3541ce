import { firingMinutes } from '@sightline/backstage-plugin-monitoring-node/testUtils';
import { graphqlPack } from './graphqlPack';

const alertsOf = (...found: string[]) =>
  graphqlPack.alerts({
    entityRef: 'component:default/gateway',
    name: 'gateway',
    title: 'Gateway',
    selector: 'service="gateway"',
    options: {},
    found,
  });

type Series = Record<string, string>;

function minutes(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

const count = (status: string) =>
  `graphql_requests_total{service="gateway", operation="media", status="${status}"}`;
const bucket = (le: string) =>
  `graphql_request_duration_seconds_bucket{service="gateway", le="${le}"}`;
const requests =
  'graphql_envelop_request{service="gateway", operationName="a"}';
const errors = (phase: string) =>
  `graphql_envelop_error_result{service="gateway", operationName="a", phase="${phase}"}`;

describe('HighGraphQLErrorRate, in promtool', () => {
  it.each<[string, Series, number[]]>([
    [
      '5 minutes after 2 % began to fail, until none does',
      { [count('success')]: '0+98x60', [count('error')]: '0x20 2+2x19 40x20' },
      minutes(28, 42),
    ],
    [
      'not at 1 %, though those are many per second',
      { [count('success')]: '0+9900x60', [count('error')]: '0+100x60' },
      [],
    ],
    ['not when nothing has ever failed', { [count('success')]: '0+9x60' }, []],
    ['not without operations', { [count('success')]: '7x60' }, []],
    [
      'at 2 % of few operations, fewer than one error in 100 seconds',
      { [count('success')]: '0+9.8x60', [count('error')]: '0+0.2x60' },
      minutes(6, 60),
    ],
    [
      'on through a restart and three scrapes that fail',
      {
        [count('success')]: '0+98x30 0+98x10 _x3 1372+98x15',
        [count('error')]: '0+2x30 0+2x10 _x3 28+2x15',
      },
      minutes(6, 60),
    ],
    [
      'no longer when the series are gone',
      { [count('success')]: '0+98x30 stale', [count('error')]: '0+2x30 stale' },
      minutes(6, 34),
    ],
  ])('fires %s', async (_what, series, expected) => {
    expect(
      await firingMinutes(alertsOf('plain'), 'HighGraphQLErrorRate', series),
    ).toEqual(expected);
  });

  it.each<[string, Series, number[]]>([
    [
      'when operations fail that Yoga answers with 200',
      { [requests]: '0+100x60', [errors('execute')]: '0+2x60' },
      minutes(6, 60),
    ],
    [
      'when operations do not validate, which Yoga counts as failures only',
      { [requests]: '0+100x60', [errors('validate')]: '0+2x60' },
      minutes(6, 60),
    ],
    [
      'not at 1 % of those that were refused and those that were not',
      { [requests]: '0+99x60', [errors('validate')]: '0+1x60' },
      [],
    ],
  ])('fires %s', async (_what, series, expected) => {
    expect(
      await firingMinutes(alertsOf('yoga'), 'HighGraphQLErrorRate', series),
    ).toEqual(expected);
  });
});

describe('SlowGraphQLOperations, in promtool', () => {
  const slow = {
    [bucket('1')]: '0+90x60',
    [bucket('2.5')]: '0+100x60',
    [bucket('+Inf')]: '0+100x60',
  };
  it.each<[string, Series, number[]]>([
    ['10 minutes after a tenth took 2.5 s', slow, minutes(11, 60)],
    ['not when 95 % are faster', { ...slow, [bucket('1')]: '0+95x60' }, []],
    [
      'on through a restart and three scrapes that fail',
      {
        [bucket('1')]: '0+90x30 0+90x10 _x3 1260+90x15',
        [bucket('2.5')]: '0+100x30 0+100x10 _x3 1400+100x15',
        [bucket('+Inf')]: '0+100x30 0+100x10 _x3 1400+100x15',
      },
      minutes(11, 60),
    ],
    [
      'no longer when the series are gone',
      Object.fromEntries(
        Object.entries(slow).map(([series, values]) => [
          series,
          `${values.replace('x60', 'x30')} stale`,
        ]),
      ),
      minutes(11, 34),
    ],
  ])('fires %s', async (_what, series, expected) => {
    expect(
      await firingMinutes(
        alertsOf('plain', 'plain-buckets'),
        'SlowGraphQLOperations',
        series,
      ),
    ).toEqual(expected);
  });
});

describe('GraphQLMetricsMissing, in promtool', () => {
  it.each<[string, Series, number[]]>([
    ['not while there are metrics', { [count('success')]: '0x60' }, []],
    [
      'not while scrapes fail for 9 minutes',
      { [count('success')]: '0x20 stale _x8 0x31' },
      [],
    ],
    [
      '15 minutes after they vanished, until they are back',
      { [count('success')]: '0x20 stale _x24 0x15' },
      minutes(36, 45),
    ],
    [
      'with the server, when it is down',
      {
        [count('success')]: '0x20 stale',
        'up{service="gateway"}': '1x20 0x60',
      },
      minutes(36, 60),
    ],
    [
      'not before the first operation after a restart',
      { [count('success')]: '0x20 stale', 'up{service="gateway"}': '1x80' },
      [],
    ],
  ])('fires %s', async (_what, series, expected) => {
    expect(
      await firingMinutes(alertsOf('plain'), 'GraphQLMetricsMissing', series),
    ).toEqual(expected);
  });
});
