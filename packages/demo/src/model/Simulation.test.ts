import fc from 'fast-check';
import { INCIDENTS, IncidentName, IncidentTimeline } from '../incidents';
import { Simulation } from './Simulation';

const START = 1_790_000_040;

/** Value of the sum of a target's samples with these labels. */
function sum(
  simulation: Simulation,
  name: string,
  labels: Record<string, string> = {},
): number {
  return simulation.targets
    .flatMap(target => target.families)
    .flatMap(family => {
      const values = family.read();
      return family.series.map((series, index) => ({
        ...series,
        value: values[index],
      }));
    })
    .filter(
      series =>
        series.name === name &&
        Object.entries(labels).every(
          ([label, value]) => series.labels[label] === value,
        ),
    )
    .reduce((total, { value }) => total + value, 0);
}

function page(simulation: Simulation): number[] {
  return simulation.targets.flatMap(({ families }) =>
    families.flatMap(family => family.read()),
  );
}

function differences(before: number[], after: number[]) {
  return after.map((value, index) => ({
    value,
    difference: value - before[index],
  }));
}

function during(incident: IncidentName | undefined, seconds: number) {
  const incidents = new IncidentTimeline(
    incident ? [{ name: incident, start: START }] : [],
  );
  const simulation = Simulation.create(START, incidents);
  simulation.advance(START + seconds);
  return simulation;
}

describe('Simulation', () => {
  it('comes to the same whether it is asked every second, every minute or at odd moments', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 700 }), { maxLength: 12 }),
        moments => {
          const once = during('consumer-lag', 720);
          const often = Simulation.create(
            START,
            new IncidentTimeline([{ name: 'consumer-lag', start: START }]),
          );
          for (const moment of [...moments].sort((a, b) => a - b)) {
            often.advance(START + moment);
          }
          often.advance(START + 720);
          // Fractions are added up in another order: at most one event apart.
          const wrong = differences(page(once), page(often)).filter(
            ({ difference, value }) => Math.abs(difference) > 1 + value * 1e-9,
          );
          expect(wrong).toEqual([]);
        },
      ),
      { numRuns: 10 },
    );
  });

  it('goes on where it was saved, as if it had never been interrupted', () => {
    const whole = during('redis-memory', 600);
    const incidents = new IncidentTimeline([
      { name: 'redis-memory', start: START },
    ]);
    const first = Simulation.create(START, incidents);
    first.advance(START + 240);
    const saved = JSON.parse(JSON.stringify(first.save()));
    const second = Simulation.restore(saved, incidents);
    second.advance(START + 600);
    expect(page(second)).toEqual(page(whole));
  });

  it('never lets a counter or a bucket fall', () => {
    const simulation = during(undefined, 0);
    const counters = () =>
      simulation.targets.flatMap(({ families }) =>
        families
          .filter(({ type }) => type !== 'gauge')
          .flatMap(family => family.read()),
      );
    const pages = Array.from({ length: 20 }, (_, index) => {
      simulation.advance(START + 41 * index);
      return counters();
    });
    const falls = pages
      .slice(1)
      .flatMap((now, index) => differences(pages[index], now))
      .filter(({ difference }) => difference < 0);
    expect(falls).toEqual([]);
  });

  it('has no bucket that counts more than the next', () => {
    const { targets } = during('slow-uploads', 600);
    const falls = targets
      .flatMap(({ families }) => families)
      .flatMap(family => {
        const values = family.read();
        return family.series.filter(
          ({ labels }, index) =>
            labels.le &&
            labels.le !== '+Inf' &&
            values[index] > values[index + 1],
        );
      });
    expect(falls).toEqual([]);
  });

  it('counts as many requests in the bucket +Inf as in all', () => {
    const simulation = during('slow-uploads', 600);
    const name = 'http_request_duration_seconds';
    expect(sum(simulation, `${name}_count`)).toBeGreaterThan(10_000);
    expect(sum(simulation, `${name}_bucket`, { le: '+Inf' })).toBe(
      sum(simulation, `${name}_count`),
    );
  });

  it('is busier in the afternoon than at night', () => {
    const requests = (hour: number) => {
      const start = 1_789_948_800 + hour * 3_600;
      const simulation = Simulation.create(start, new IncidentTimeline());
      simulation.advance(start + 600);
      return sum(simulation, 'http_request_duration_seconds_count');
    };
    expect(requests(15)).toBeGreaterThan(1.8 * requests(3));
  });

  describe.each<
    [IncidentName, string, (simulation: Simulation) => number, number, number]
  >([
    [
      'upload-failures',
      'share of failed uploads',
      simulation =>
        sum(simulation, 'media_ingestor_uploads_total', {
          result: 'failure',
        }) / sum(simulation, 'media_ingestor_uploads_total'),
      0.005,
      0.5,
    ],
    [
      'slow-uploads',
      'share of uploads over 10 s',
      simulation =>
        1 -
        sum(simulation, 'media_ingestor_upload_duration_seconds_bucket', {
          le: '10',
        }) /
          sum(simulation, 'media_ingestor_upload_duration_seconds_count'),
      0.05,
      0.5,
    ],
    [
      'storage-errors',
      'share of failed storage operations',
      simulation =>
        sum(simulation, 'media_ingestor_storage_operations_total', {
          result: 'failure',
        }) / sum(simulation, 'media_ingestor_storage_operations_total'),
      0.001,
      0.05,
    ],
    [
      'reconciliation-errors',
      'reconciliation errors',
      simulation =>
        sum(simulation, 'media_ingestor_reconciliation_errors_total'),
      0,
      10,
    ],
    [
      'pool-exhaustion',
      'share of connections',
      simulation =>
        sum(simulation, 'pg_stat_database_numbackends') /
        sum(simulation, 'pg_settings_max_connections'),
      0.6,
      0.9,
    ],
    [
      'consumer-lag',
      'pending messages',
      simulation => sum(simulation, 'jetstream_consumer_num_pending'),
      1_000,
      10_000,
    ],
    [
      'graphql-errors',
      'share of failed operations',
      simulation =>
        sum(simulation, 'graphql_requests_total', { status: 'error' }) /
        sum(simulation, 'graphql_requests_total'),
      0.005,
      0.1,
    ],
    [
      'credential-stuffing',
      'share of refused authentications',
      simulation =>
        sum(simulation, 'media_gateway_auth_requests_total', {
          result: 'failure',
        }) / sum(simulation, 'media_gateway_auth_requests_total'),
      0.06,
      0.3,
    ],
    [
      'redis-memory',
      'share of memory',
      simulation =>
        sum(simulation, 'redis_memory_used_bytes') /
        sum(simulation, 'redis_memory_max_bytes'),
      0.7,
      0.9,
    ],
  ])('%s', (incident, what, measure, usualAtMost, troubledAtLeast) => {
    it(`raises the ${what}, which is low otherwise`, () => {
      expect(measure(during(undefined, 120))).toBeLessThanOrEqual(usualAtMost);
      expect(measure(during(incident, 120))).toBeGreaterThanOrEqual(
        troubledAtLeast,
      );
    });
  });

  it('has something to show for every incident but target-down, which hides everything', () => {
    const calm = page(during(undefined, 120));
    for (const incident of Object.keys(INCIDENTS) as IncidentName[]) {
      const isSame =
        JSON.stringify(page(during(incident, 120))) === JSON.stringify(calm);
      expect([incident, isSame]).toEqual([
        incident,
        incident === 'target-down',
      ]);
    }
  });
});
