import {
  Sli,
  sloRawQueries,
} from '@sightline/backstage-plugin-monitoring-common';
import {
  chooseHttpDialect,
  httpExpressions,
  HttpDialect,
} from '@sightline/backstage-plugin-monitoring-node';
import {
  expressionsWithoutData,
  RecordedPrometheus,
} from '@sightline/backstage-plugin-monitoring-node/testUtils';
import { PROBE_LABEL, probeQuery } from '../../discovery/probeQuery';
import { readRecorded } from '../__testUtils__/readRecorded';
import { RECORDED as CASES } from './__fixtures__/recorded';
import { httpPack } from './httpPack';

/** Sources without an answer to compare with, and what is found in them. */
const OTHERS: Record<string, string[]> = {
  // Both conventions at once: the one that is in force first, and never both.
  'http-otel-js-dup': ['opentelemetry-js', 'opentelemetry-js-old'],
  'caddy-2.6': ['caddy-old'],
  'ingress-nginx-collector-status-classes': ['ingress-nginx'],
  'collector-old': ['opentelemetry-old'],
  'spring-boot-without-buckets': ['spring-boot'],
};

/** Old JavaScript by way of a collector, which adds the unit to the names. */
const byCollector = () =>
  readRecorded(__dirname, 'http-otel-js-old').map(page =>
    page.replace(
      /^http_server_duration_/gm,
      'http_server_duration_milliseconds_',
    ),
  );

const withoutBuckets = () =>
  readRecorded(__dirname, 'http-spring-boot').map(page =>
    page.replace(/^\S+_bucket.*\n?/gm, ''),
  );

function pagesOf(source: string): string[] {
  switch (source) {
    case 'collector-old':
      return byCollector();
    case 'spring-boot-without-buckets':
      return withoutBuckets();
    default:
      return readRecorded(__dirname, source);
  }
}

function contextFor(source: string, found?: readonly string[]) {
  return {
    entityRef: `component:default/${source}`,
    name: source,
    title: source,
    selector: `job="${source}"`,
    options: {},
    ...(found ? { found } : {}),
  };
}

describe('the dialects of the http pack, on recorded pages in a real Prometheus', () => {
  let prometheus: RecordedPrometheus;

  const find = async (source: string): Promise<string[]> => {
    const samples = await prometheus.query(
      probeQuery(
        [{ label: 'job', operator: '=', value: source }],
        [httpPack],
        '1h',
      ),
    );
    const keys = samples.map(({ labels }) => labels[PROBE_LABEL]);
    return httpPack
      .probes!.map(({ id }) => id)
      .filter(id => keys.includes(`http/${id}`));
  };
  const dialectFor = async (source: string): Promise<HttpDialect> =>
    chooseHttpDialect(contextFor(source, await find(source)), 'http').dialect!;
  const valueOf = async (
    expression: string | undefined,
  ): Promise<number | undefined> => {
    const samples = expression ? await prometheus.query(expression) : [];
    expect(samples.length).toBeLessThanOrEqual(1);
    return samples[0]?.value;
  };

  beforeAll(async () => {
    const seconds = Object.fromEntries(
      CASES.map(([source, , between]) => [source, between]),
    );
    prometheus = await RecordedPrometheus.start(
      [...CASES.map(([source]) => source), ...Object.keys(OTHERS)].map(
        source => ({
          // Not one that pages have themselves.
          labels: { job: source },
          pages: pagesOf(source).map(page =>
            page.replace(/([{,])job="/g, '$1exported_job="'),
          ),
          secondsBetween: seconds[source] ?? 36.1,
        }),
      ),
    );
  });

  afterAll(() => prometheus?.stop());

  it.each([
    ...CASES.map(([source, dialect]) => [source, [dialect]] as const),
    ...Object.entries(OTHERS),
  ])('finds in %s nothing but %j', async (source, dialects) => {
    const found = await find(source);
    expect(found.filter(id => !/-(in-flight|buckets)$/.test(id))).toEqual(
      dialects,
    );
    expect((await dialectFor(source)).id).toBe(dialects[0]);
  });

  it.each(CASES)(
    'reads %s as %s: rate, failing share, p95 and requests in flight',
    async (source, _dialect, _seconds, rate, errorRatio, p95, inFlight) => {
      const dialect = await dialectFor(source);
      const http = httpExpressions(dialect, `job="${source}"`, '5m');
      expect((await valueOf(http.rate))! / rate).toBeCloseTo(1, 2);
      expect((await valueOf(http.errorRatio))! / errorRatio).toBeCloseTo(1, 2);
      const slow = await valueOf(http.quantile?.(0.95));
      // Two that are undefined are the same.
      expect(slow === p95 ? 1 : slow! / p95!).toBeCloseTo(1, 1);
      expect(await valueOf(http.inFlight)).toBe(inFlight);
    },
  );

  it.each([
    ['http-prom-client-custom', 0.5],
    ['http-otel-js-stable', 0.5],
    ['http-otel-js-old', 0.5],
    ['http-otel-python-stable', 1],
    ['http-otel-python-old', 0.5],
    ['http-otel-go-old', 1],
    ['http-fastapi-instrumentator', 1],
    ['ingress-nginx-collector', 0.5],
    ['istio-proxy', 0.5],
    ['linkerd-proxy', 0.1],
    ['envoy-proxy', 0.1],
  ])(
    'counts the requests of %s above %d s, however its buckets are written',
    async (source, thresholdSeconds) => {
      const { selector, ...context } = contextFor(source, await find(source));
      const { id, sli } = httpPack
        .slis({ selector, ...context })
        .find(({ serves }) => serves.includes('latency'))!;
      const { bad, total } = sloRawQueries(
        {
          id: 'latency',
          entityRef: context.entityRef,
          title: 'Latency',
          sliId: id,
          sli: { ...sli, thresholdSeconds } as Sli,
          selector,
          objective: '0.95',
          window: { type: 'rolling', duration: 2_592_000 },
        },
        0,
      );
      const lastMinutes = async (query: string) =>
        (await prometheus.query(query)).find(
          ({ labels }) => labels.window === '300',
        )?.value;
      const slow = await lastMinutes(bad);
      expect(slow).toBeGreaterThan(0);
      expect(slow).toBeLessThan(0.5 * (await lastMinutes(total))!);
    },
  );

  it('counts status classes as failures too', async () => {
    const source = 'ingress-nginx-collector-status-classes';
    const { count, failed } = await dialectFor(source);
    const samples = await prometheus.query(
      `${count}{job="${source}", ${failed}}`,
    );
    expect(samples.map(({ labels }) => labels.status)).toEqual(
      samples.map(() => '5xx'),
    );
    expect(samples.length).toBeGreaterThan(0);
  });

  it('says the mean where there are no buckets, and neither judges nor promises more', async () => {
    const source = 'spring-boot-without-buckets';
    const context = contextFor(source, await find(source));
    const dialect = await dialectFor(source);
    const { mean, quantile } = httpExpressions(
      dialect,
      `job="${source}"`,
      '5m',
    );
    expect(quantile).toBeUndefined();
    expect(await valueOf(mean)).toBeGreaterThan(0);
    expect(httpPack.alerts(context).map(({ name }) => name)).toEqual([
      'HighHttpErrorRate',
      'HttpMetricsMissing',
    ]);
    expect(httpPack.slis(context).map(({ id }) => id)).toEqual([
      'http:availability',
    ]);
  });

  // One page shows no rate.
  const twoPages = Object.keys(OTHERS).filter(
    source => !source.endsWith('status-classes'),
  );
  it.each([...CASES.map(([source]) => source), ...twoPages])(
    'shows something of %s in every panel, alert and SLI',
    async source => {
      expect(
        await expressionsWithoutData(
          prometheus,
          httpPack,
          contextFor(source, await find(source)),
        ),
      ).toEqual([]);
    },
  );
});
