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
      joinTargets({ ...NOTHING, up }).map(({ labels, state }) => [
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
    const [target] = joinTargets({
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
    });
    expect(target.error).toBe('context deadline exceeded');
  });

  it('tells figures of scrapes where there are some, and never what is no number', () => {
    const [target] = joinTargets({
      ...NOTHING,
      up: [ofInstance('a', 0, 'up')],
      durations: [ofInstance('a', 0.25, 'scrape_duration_seconds')],
      counts: [ofInstance('a', NaN, 'scrape_samples_scraped')],
      lastUp: [ofInstance('a', 1_800_000_000)],
    });
    expect(target).toEqual({
      labels: { job: 'api', instance: 'a' },
      state: 'down',
      lastUpAt: '2027-01-15T08:00:00.000Z',
      scrapeDuration: 0.25,
    });
  });
});
