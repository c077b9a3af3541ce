import { firingMinutes } from '@sightline/backstage-plugin-monitoring-node/testUtils';
import { httpPack } from './httpPack';

const alertsOf = (dialect: string) =>
  httpPack.alerts({
    entityRef: 'component:default/ingestor',
    name: 'ingestor',
    title: 'Ingestor',
    selector: 'service="ingestor"',
    options: {},
    found: [dialect],
  });

const labels = 'service="ingestor", method="GET", route="/"';
const count = (status: string) =>
  `http_request_duration_seconds_count{${labels}, status_code="${status}"}`;
const bucket = (le: string) =>
  `http_request_duration_seconds_bucket{${labels}, status_code="200", le="${le}"}`;

const upOf = (instance: string) =>
  `up{service="ingestor", instance="${instance}"}`;
const up = upOf('a');

type Series = Record<string, string>;

function minutes(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

const fires = (name: string, series: Series, dialect = 'prom-client') =>
  firingMinutes(alertsOf(dialect), name, series);

describe('HighHttpErrorRate, in promtool', () => {
  it.each<[string, Series, number[]]>([
    [
      '5 minutes after 10 % began to fail, until none does',
      {
        [count('200')]: '0+90x60',
        [count('500')]: '0x20 10+10x19 200x20',
      },
      minutes(28, 42),
    ],
    ['not at 5 %', { [count('200')]: '0+95x60', [count('500')]: '0+5x60' }, []],
    ['not when nothing has ever failed', { [count('200')]: '0+99x60' }, []],
    ['not without traffic', { [count('200')]: '7x60' }, []],
    [
      'not when the traffic ends after a failure',
      { [count('200')]: '0+90x3 270x57', [count('500')]: '1x60' },
      [],
    ],
    [
      'on through a restart, which sets the counters back',
      {
        [count('200')]: '0+90x30 0+90x29',
        [count('500')]: '0+10x30 0+10x29',
      },
      minutes(6, 60),
    ],
    [
      'on through three scrapes that fail',
      {
        [count('200')]: '0+90x30 _x3 3060+90x26',
        [count('500')]: '0+10x30 _x3 340+10x26',
      },
      minutes(6, 60),
    ],
    [
      'no longer when the series are gone',
      {
        [count('200')]: '0+90x30 stale',
        [count('500')]: '0+10x30 stale',
      },
      minutes(6, 34),
    ],
  ])('fires %s', async (_what, series, expected) => {
    expect(await fires('HighHttpErrorRate', series)).toEqual(expected);
  });

  it.each([
    [
      'fastapi-instrumentator',
      (status: string) =>
        `http_requests_total{service="ingestor", handler="/", status="${status}"}`,
      ['2xx', '5xx'],
    ],
    [
      'envoy',
      (status: string) =>
        `envoy_cluster_upstream_rq_xx{service="ingestor", envoy_cluster_name="a", envoy_response_code_class="${status}"}`,
      ['2', '5'],
    ],
    [
      'linkerd',
      (classification: string) =>
        `response_total{service="ingestor", direction="inbound", classification="${classification}"}`,
      ['success', 'failure'],
    ],
  ] as const)(
    'knows failures by their class in %s',
    async (dialect, series, [good, bad]) => {
      expect(
        await fires(
          'HighHttpErrorRate',
          { [series(good)]: '0+90x60', [series(bad)]: '0+10x60' },
          dialect,
        ),
      ).toEqual(minutes(6, 60));
    },
  );
});

describe('SlowHttpResponses, in promtool', () => {
  const slow = {
    [bucket('0.5')]: '0+90x60',
    [bucket('1')]: '0+90x60',
    [bucket('2.5')]: '0+100x60',
    [bucket('+Inf')]: '0+100x60',
  };

  it.each<[string, Series, number[]]>([
    ['10 minutes after a tenth took 2.5 s', slow, minutes(11, 60)],
    [
      'not when 95 % take less than a second',
      { ...slow, [bucket('1')]: '0+95x60' },
      [],
    ],
    [
      'not without traffic',
      Object.fromEntries(Object.keys(slow).map(series => [series, '9x60'])),
      [],
    ],
    [
      'on through a restart and three scrapes that fail',
      {
        [bucket('0.5')]: '0+90x30 0+90x10 _x3 1260+90x15',
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
    expect(await fires('SlowHttpResponses', series)).toEqual(expected);
  });

  it('judges a dialect in milliseconds in seconds', async () => {
    const istio = (le: string) =>
      `istio_request_duration_milliseconds_bucket{service="ingestor", reporter="destination", le="${le}"}`;
    const series = (fast: string) => ({
      [istio('1000')]: fast,
      [istio('2500')]: '0+100x60',
      [istio('+Inf')]: '0+100x60',
    });
    expect(
      await fires('SlowHttpResponses', series('0+90x60'), 'istio'),
    ).toEqual(minutes(11, 60));
    expect(
      await fires('SlowHttpResponses', series('0+96x60'), 'istio'),
    ).toEqual([]);
  });
});

describe('HttpMetricsMissing, in promtool', () => {
  it.each<[string, Series, number[]]>([
    ['not while there are metrics', { [count('200')]: '0x60' }, []],
    [
      'not while scrapes fail for 9 minutes',
      { [count('200')]: '0x20 stale _x8 0x31' },
      [],
    ],
    [
      '15 minutes after they vanished, until they are back',
      { [count('200')]: '0x20 stale _x24 0x15' },
      minutes(36, 45),
    ],
    [
      'with the service, when it is down',
      { [count('200')]: '0x20 stale', [up]: '1x20 0x60' },
      minutes(36, 60),
    ],
    [
      'when the targets of the service are gone with them',
      { [count('200')]: '0x20 stale', [up]: '1x20 stale' },
      minutes(36, 60),
    ],
    [
      'not before the first request after a restart, though one scrape fails',
      {
        [count('200')]: '0x20 stale _x34 0x5',
        [up]: '1x20 stale',
        [upOf('b')]: '_x21 1x20 0 1x40',
      },
      [],
    ],
    ['not before the first request ever', { [up]: '1x60' }, []],
    [
      'without a label of the service at `up`, in time when they never came',
      { 'up{job="ingestor"}': '1x60' },
      minutes(5, 60),
    ],
  ])('fires %s', async (_what, series, expected) => {
    expect(await fires('HttpMetricsMissing', series)).toEqual(expected);
  });
});
