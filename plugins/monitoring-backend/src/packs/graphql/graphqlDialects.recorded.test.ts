import {
  expressionsWithoutData,
  RecordedPrometheus,
} from '@sightline/backstage-plugin-monitoring-node/testUtils';
import { PROBE_LABEL, probeQuery } from '../../discovery/probeQuery';
import { readRecorded } from '../__testUtils__/readRecorded';
import { chooseGraphqlDialect } from './graphqlDialects';
import { graphqlExpressions } from './graphqlExpressions';
import { graphqlPack } from './graphqlPack';

/** As the document that asked for it names them; with and without durations. */
const PLAIN = [100, 200].map(
  count => `graphql_requests_total{status="success",operation="media"} ${
    count * 98
  }
graphql_requests_total{status="error",operation="media"} ${count * 2}`,
);
const PLAIN_DURATIONS = PLAIN.map(
  (page, index) => `${page}
graphql_request_duration_seconds_bucket{operation="media",le="0.5"} ${
    (index + 1) * 900
  }
graphql_request_duration_seconds_bucket{operation="media",le="1"} ${
    (index + 1) * 1000
  }
graphql_request_duration_seconds_bucket{operation="media",le="+Inf"} ${
    (index + 1) * 1000
  }
graphql_request_duration_seconds_sum{operation="media"} ${(index + 1) * 200}
graphql_request_duration_seconds_count{operation="media"} ${
    (index + 1) * 1000
  }`,
);

/** Source, dialect, failing share and p95 that Prometheus answered on the whole pages. */
const CASES: [string, string, number, number | undefined][] = [
  ['yoga', 'yoga', 0.1922, 1.3078],
  ['envelop', 'yoga', 0.1998, 1.6895],
  ['apollo', 'apollo', 0.2798, 1.6812],
  ['spring-graphql', 'spring-graphql', 0.6667, undefined],
  ['hasura', 'hasura', 0.0276, 0.2453],
  ['plain', 'plain', 0.02, undefined],
  ['plain-durations', 'plain', 0.02, 0.75],
];

function pagesOf(source: string): string[] {
  switch (source) {
    case 'plain':
      return PLAIN;
    case 'plain-durations':
      return PLAIN_DURATIONS;
    default:
      return readRecorded(__dirname, source);
  }
}

describe('the dialects of the graphql pack, on recorded pages in a real Prometheus', () => {
  let prometheus: RecordedPrometheus;

  const contextFor = async (source: string) => {
    const samples = await prometheus.query(
      probeQuery(
        [{ label: 'job', operator: '=', value: source }],
        [graphqlPack],
        '1h',
      ),
    );
    return {
      entityRef: `component:default/${source}`,
      name: source,
      title: source,
      selector: `job="${source}"`,
      options: {},
      found: samples.map(({ labels }) =>
        labels[PROBE_LABEL].replace('graphql/', ''),
      ),
    };
  };

  beforeAll(async () => {
    prometheus = await RecordedPrometheus.start(
      CASES.map(([source]) => ({
        labels: { job: source },
        pages: pagesOf(source),
        secondsBetween: 36.2,
      })),
    );
  });

  afterAll(() => prometheus?.stop());

  it.each(CASES)(
    'finds in %s %s and nothing else, and reads its failing share and p95',
    async (source, id, errorRatio, p95) => {
      const context = await contextFor(source);
      expect(
        context.found.filter(probe => !probe.endsWith('-buckets')),
      ).toEqual([id]);
      const { dialect } = chooseGraphqlDialect(context);
      const graphql = graphqlExpressions(dialect!, context.selector, '5m');
      const [failing, ...more] = await prometheus.query(graphql.errorRatio);
      expect(more).toEqual([]);
      expect(failing.value).toBeCloseTo(errorRatio, 3);
      const slow = graphql.durations?.quantile?.(0.95);
      const [measured] = slow ? await prometheus.query(slow) : [];
      expect(measured?.value === p95 ? 1 : measured.value / p95!).toBeCloseTo(
        1,
        1,
      );
    },
  );

  it.each(CASES.map(([source]) => source))(
    'shows something of %s in every panel, alert and SLI',
    async source => {
      expect(
        await expressionsWithoutData(
          prometheus,
          graphqlPack,
          await contextFor(source),
        ),
      ).toEqual([]);
    },
  );

  it('counts what Yoga refuses among all operations of the SLI', async () => {
    const { selector, ...context } = await contextFor('yoga');
    const [{ sli }] = graphqlPack.slis({ selector, ...context });
    const total = (sli as { total: string }).total
      .replace(/\$selector/g, selector)
      .replace(/\$window/g, '5m');
    const phases = new Set(
      (await prometheus.query(total)).map(({ labels }) => labels.phase),
    );
    expect([...phases].sort()).toEqual(['parse', 'validate', undefined]);
  });
});
