import { QueryClient, RangeCacheInfo } from '../QueryClient';
import { SharingPrometheusClient } from './SharingPrometheusClient';

const QUERY = { query: 'x', start: 0, end: 60, step: 60 };

describe('SharingPrometheusClient', () => {
  const queryRange = jest.fn();
  const observer = { joined: jest.fn() };
  let now: number;
  let client: SharingPrometheusClient;

  function answers(cache?: RangeCacheInfo, warnings: string[] = []) {
    queryRange.mockImplementation(async () => ({
      series: [],
      warnings,
      ...(cache && { cache }),
    }));
  }

  beforeEach(() => {
    jest.resetAllMocks();
    now = 0;
    client = SharingPrometheusClient.create({
      client: { id: 'a', queryRange } as Partial<QueryClient> as QueryClient,
      observer,
      now: () => now,
    });
  });

  it('says that nothing was fetched for those who joined', async () => {
    answers({ state: 'partial', fetched: 7 });
    const all = await Promise.all([1, 2].map(() => client.queryRange(QUERY)));
    all.push(await client.queryRange(QUERY));
    expect(all.map(({ cache }) => cache)).toEqual([
      { state: 'partial', fetched: 7 },
      { state: 'hit', fetched: 0 },
      { state: 'hit', fetched: 0 },
    ]);
    expect(queryRange).toHaveBeenCalledTimes(1);
    expect(observer.joined.mock.calls).toEqual([
      [{ instance: 'a' }],
      [{ instance: 'a' }],
    ]);
  });

  it('says to everybody that an answer is stale, and does not keep it', async () => {
    const stale = { state: 'stale', fetched: 0, staleMs: 9 } as const;
    answers(stale, ['Prometheus is down']);
    const all = await Promise.all([1, 2].map(() => client.queryRange(QUERY)));
    expect(all.map(({ cache }) => cache)).toEqual([stale, stale]);
    await client.queryRange(QUERY);
    expect(queryRange).toHaveBeenCalledTimes(2);
  });

  it('says nothing of a cache where there is none', async () => {
    answers();
    await client.queryRange(QUERY);
    expect(await client.queryRange(QUERY)).toEqual({
      series: [],
      warnings: [],
    });
  });

  it('passes on who asks, so that people go before polls', async () => {
    answers();
    await client.queryRange(QUERY, { priority: 'background', caller: 'me' });
    expect(queryRange).toHaveBeenCalledWith(
      QUERY,
      expect.objectContaining({ priority: 'background', caller: 'me' }),
    );
  });
});
