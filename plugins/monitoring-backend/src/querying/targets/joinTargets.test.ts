import { joinTargets, ScrapeFacts } from './joinTargets';

const ofInstance = (instance: string, value: number, name?: string) => ({
  labels: { ...(name && { __name__: name }), job: 'api', instance },
  value,
  time: 0,
});

const NOTHING: ScrapeFacts = {
  up: [],
  durations: [],
  counts: [],
  lastUp: [],
  targets: [],
};

describe('joinTargets', () => {
  it('puts what is down first, then in the order of numbers in names', () => {
    const up = [
      ['api-10', 1],
      ['api-9', 1],
      ['api-2', 0],
    ].map(([instance, value]) =>
      ofInstance(String(instance), Number(value), 'up'),
    );
    expect(
      joinTargets({ ...NOTHING, up }, 3).items.map(({ labels, state }) => [
        labels.instance,
        state,
      ]),
    ).toEqual([
      ['api-2', 'down'],
      ['api-9', 'up'],
      ['api-10', 'up'],
    ]);
  });

  it('finds the error of a target though a server in front adds labels', () => {
    const {
      items: [target],
    } = joinTargets(
      {
        ...NOTHING,
        up: [
          {
            ...ofInstance('a', 0),
            labels: { job: 'api', instance: 'a', cluster: 'eu' },
          },
        ],
        targets: [
          {
            labels: { job: 'api', instance: 'b' },
            scrapePool: '',
            health: 'down',
            error: 'of another',
          },
          {
            labels: { job: 'api', instance: 'a' },
            scrapePool: '',
            health: 'down',
            error: 'context deadline exceeded',
          },
        ],
      },
      1,
    );
    expect(target.error).toBe('context deadline exceeded');
  });

  it('tells figures of scrapes where there are some, and never what is no number', () => {
    const {
      items: [target],
    } = joinTargets(
      {
        ...NOTHING,
        up: [ofInstance('a', 0, 'up')],
        durations: [ofInstance('a', 0.25, 'scrape_duration_seconds')],
        counts: [ofInstance('a', NaN, 'scrape_samples_scraped')],
        lastUp: [ofInstance('a', 1_800_000_000)],
      },
      1,
    );
    expect(target).toEqual({
      labels: { job: 'api', instance: 'a' },
      state: 'down',
      lastUpAt: '2027-01-15T08:00:00.000Z',
      scrapeDuration: 0.25,
    });
  });
});

describe('a large service that is down', () => {
  const MANY = 2_000;
  const labelsOf = (index: number) => ({
    job: 'api',
    instance: `10.0.${index % 256}.${index >> 8}:9100`,
    ...Object.fromEntries(
      ['cluster', 'namespace', 'pod', 'service', 'zone'].map(label => [
        label,
        label === 'pod' ? `api-${index}` : label,
      ]),
    ),
  });

  it('is joined with the reasons of a large server without holding up others', () => {
    // All others of the server fail too, and come first in its list.
    const targets = Array.from({ length: 50_000 }, (_, index) => ({
      labels: labelsOf(49_999 - index),
      scrapePool: 'api',
      health: 'down' as const,
      error: `of ${49_999 - index}`,
    }));
    const up = Array.from({ length: MANY }, (_, index) => ({
      labels: { __name__: 'up', ...labelsOf(index) },
      value: index === 7 ? 1 : 0,
      time: 0,
    }));
    const began = performance.now();
    const { items, ...counts } = joinTargets({ ...NOTHING, up, targets }, 100);
    expect(performance.now() - began).toBeLessThan(1_000);
    expect(counts).toEqual({ up: 1, down: MANY - 1 });
    expect(items).toHaveLength(100);
    for (const { labels, error } of items) {
      expect(error).toBe(`of ${labels.pod.slice('api-'.length)}`);
    }
  });
});
