import { recordMetrics } from '../../__testUtils__/recordMetrics';
import { UpstreamGate } from './UpstreamGate';
import { UpstreamMetrics } from './UpstreamMetrics';

const upstream = 'prometheus:eu';

function setUp() {
  const { metrics, series } = recordMetrics();
  return { metrics: UpstreamMetrics.create({ metrics }), series };
}

function gate(observer: UpstreamMetrics) {
  return UpstreamGate.create({
    name: "Prometheus 'eu'",
    upstream,
    maxConcurrent: 2,
    timeout: 30_000,
    hasBreaker: true,
    observer,
  });
}

/** By the names of an upstream's breaker's states. */
const breakerOf = (series: Map<string, number>) =>
  ['closed', 'open', 'half-open'].map(state =>
    series.get(
      `sightline_upstream_breaker_state{upstream="${upstream}",state="${state}"}`,
    ),
  );

describe('UpstreamMetrics', () => {
  it('begin all series of an upstream before it is asked', () => {
    const { metrics, series } = setUp();
    gate(metrics);
    expect([...series.values()].filter(value => value !== 0)).toEqual([1]);
    expect(breakerOf(series)).toEqual([1, 0, 0]);
    expect(
      [...series.keys()].filter(id => id.includes('_requests{')),
    ).toHaveLength(9);
  });

  it('count how requests end, and tell when nothing is sent any more', async () => {
    const { metrics, series } = setUp();
    const one = gate(metrics);
    await one.run(async () => ({ status: 200 }), {});
    await one.run(async () => ({ status: 422 }), {});
    for (let n = 0; n < 8; n += 1) {
      await one.run(async () => ({ status: 500 }), {});
    }
    await expect(one.run(async () => ({ status: 200 }), {})).rejects.toThrow();
    expect(breakerOf(series)).toEqual([0, 1, 0]);
    const requests = 'sightline_upstream_requests{upstream="prometheus:eu"';
    expect(Object.fromEntries(series)).toMatchObject({
      [`${requests},outcome="answered"}`]: 1,
      [`${requests},outcome="refused"}`]: 1,
      [`${requests},outcome="failed"}`]: 8,
      [`${requests},outcome="breaker-open"}`]: 1,
      [`${requests},outcome="queue-full"}`]: 0,
      'sightline_upstream_active_requests{upstream="prometheus:eu"}': 0,
      'sightline_upstream_waiting_requests{upstream="prometheus:eu"}': 0,
    });
  });

  it('measure in seconds, and not what nobody waited for', () => {
    const { metrics, series } = setUp();
    metrics.ended({
      upstream,
      outcome: 'answered',
      durationMs: 250,
      waitedMs: 40,
    });
    metrics.ended({
      upstream,
      outcome: 'cancelled',
      durationMs: 9_000,
      waitedMs: 50,
    });
    metrics.ended({ upstream, outcome: 'breaker-open', waitedMs: 0 });
    expect(Object.fromEntries(series)).toMatchObject({
      'sightline_upstream_request_duration_seconds{upstream="prometheus:eu"}': 0.25,
      'sightline_upstream_queue_wait_seconds{upstream="prometheus:eu"}': 0.05,
    });
  });
});
