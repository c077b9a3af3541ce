import { SharedResults, SharedResultsOptions } from './SharedResults';

describe('SharedResults', () => {
  let now = 0;
  let fetched: string[] = [];

  beforeEach(() => {
    now = 0;
    fetched = [];
  });

  function results(options: Partial<SharedResultsOptions<string>> = {}) {
    const shared = SharedResults.create<string>({
      timeToLive: 1_000,
      maxSize: 10,
      sizeOf: value => value.length,
      now: () => now,
      ...options,
    });
    const get = (key: string, value = key) =>
      shared.get(key, async () => {
        fetched.push(key);
        return value;
      });
    return { shared, get };
  }

  it('gives a result again until its time is over', async () => {
    const { get } = results();
    await get('a');
    now = 999;
    await get('a');
    expect(fetched).toEqual(['a']);
    now = 1_000;
    await get('a');
    expect(fetched).toEqual(['a', 'a']);
  });

  it('keeps no more than its size, the newest ones', async () => {
    const { shared, get } = results();
    await get('aaaaaa');
    await get('bbbb');
    expect(shared.size).toBe(10);
    await get('c');
    expect(shared.size).toBe(5);
    await get('bbbb');
    await get('aaaaaa');
    expect(fetched).toEqual(['aaaaaa', 'bbbb', 'c', 'aaaaaa']);
  });

  it('keeps nothing that is larger than all of it', async () => {
    const { shared, get } = results();
    expect(await get('a', 'x'.repeat(11))).toHaveLength(11);
    expect(shared.size).toBe(0);
  });

  it('takes no memory for what has expired, although nobody asks any more', async () => {
    jest.useFakeTimers();
    try {
      const { shared, get } = results();
      await get('aaa');
      now = 500;
      await get('bbb');
      now = 1_000;
      jest.advanceTimersByTime(1_000);
      expect([shared.count, shared.size]).toEqual([1, 3]);
      now = 2_000;
      jest.advanceTimersByTime(1_000);
      expect([shared.count, shared.size]).toEqual([0, 0]);
      expect(jest.getTimerCount()).toBe(0);
    } finally {
      jest.useRealTimers();
    }
  });

  it('forgets what has expired', async () => {
    const { shared, get } = results();
    await get('aaa');
    now = 2_000;
    await get('b');
    expect(shared.size).toBe(1);
  });

  it('forgets what it got before the clock was put back', async () => {
    const { shared, get } = results();
    now = 100_000;
    await get('a');
    now = 0;
    await get('a');
    now = 999;
    await get('a');
    expect(fetched).toEqual(['a', 'a']);
    now = 1_000;
    await get('b');
    expect(shared.count).toBe(1);
  });

  it('counts what an entry is asked for by, where that is long', async () => {
    const { shared, get } = results({
      sizeOf: (value, key) => value.length + key.length,
    });
    await get('aaaaaaaa', '');
    await get('bbbb', '');
    expect(shared.count).toBe(1);
  });

  it('does not keep what may not be kept', async () => {
    const { get } = results({ keep: value => value !== 'warned' });
    await get('a', 'warned');
    await get('a', 'good');
    await get('a', 'other');
    expect(fetched).toEqual(['a', 'a']);
  });

  it('does not keep a failure', async () => {
    const { shared, get } = results();
    await expect(
      shared.get('a', async () => {
        throw new Error('down');
      }),
    ).rejects.toThrow('down');
    expect(await get('a')).toBe('a');
  });
});
