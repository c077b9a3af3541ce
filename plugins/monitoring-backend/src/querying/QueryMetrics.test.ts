import { recordMetrics } from '../__testUtils__/recordMetrics';
import { QueryMetrics } from './QueryMetrics';

function setUp() {
  const { metrics, series } = recordMetrics();
  return { metrics: QueryMetrics.create({ metrics }), series };
}

const instance = 'eu';
const nonZero = (series: Map<string, number>) =>
  Object.fromEntries([...series].filter(([, value]) => value !== 0));

describe('QueryMetrics', () => {
  it('count answers by how they came about, and samples by where they came from', () => {
    const { metrics, series } = setUp();
    const miss = { instance, state: 'miss' as const };
    metrics.answered({ ...miss, samples: 100, fetched: 100 });
    const partial = { instance, state: 'partial' as const };
    metrics.answered({ ...partial, samples: 101, fetched: 2 });
    metrics.answered({ ...partial, samples: 101, fetched: 1 });
    expect(nonZero(series)).toEqual({
      'sightline_query_range_answers{upstream="prometheus:eu",state="miss"}': 1,
      'sightline_query_range_answers{upstream="prometheus:eu",state="partial"}': 2,
      'sightline_query_samples{upstream="prometheus:eu",source="cache"}': 199,
      'sightline_query_samples{upstream="prometheus:eu",source="upstream"}': 103,
    });
  });

  it('never count fewer than nothing as known', () => {
    const { metrics, series } = setUp();
    metrics.answered({ instance, state: 'partial', samples: 3, fetched: 5 });
    expect(
      series.get(
        'sightline_query_samples{upstream="prometheus:eu",source="cache"}',
      ),
    ).toBe(0);
  });

  it('begin all counters of a Prometheus at once, so that the first increase counts', () => {
    const { metrics, series } = setUp();
    metrics.joined({ instance });
    expect([...series.keys()].sort()).toEqual([
      'sightline_query_joins{upstream="prometheus:eu"}',
      ...['bypass', 'hit', 'miss', 'partial', 'stale'].map(
        state =>
          `sightline_query_range_answers{upstream="prometheus:eu",state="${state}"}`,
      ),
      'sightline_query_reused_bytes{upstream="prometheus:eu"}',
      'sightline_query_reused_lines{upstream="prometheus:eu"}',
    ]);
  });

  it('count what was sent again, and tell what caches hold', () => {
    const { metrics, series } = setUp();
    metrics.reused({ instance, bytes: 2_000 });
    metrics.reused({ instance, bytes: 500 });
    metrics.holds({ cache: 'ranges', bytes: 1e6, entries: 12 });
    metrics.holds({ cache: 'ranges', bytes: 9e5, entries: 11 });
    expect(nonZero(series)).toEqual({
      'sightline_query_reused_lines{upstream="prometheus:eu"}': 2,
      'sightline_query_reused_bytes{upstream="prometheus:eu"}': 2_500,
      'sightline_query_cache_bytes{cache="ranges"}': 9e5,
      'sightline_query_cache_entries{cache="ranges"}': 11,
    });
  });
});
