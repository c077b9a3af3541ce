import {
  NotImplementedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { RestartWatch } from './RestartWatch';

const NOW = Date.parse('2026-06-01T00:00:00Z');
const FIRST = '2026-05-01T00:00:00Z';
const SECOND = '2026-05-31T23:59:00Z';

describe('RestartWatch', () => {
  let now: number;
  let asked: number;
  let answer: () => string;

  beforeEach(() => {
    now = NOW;
    asked = 0;
    answer = () => FIRST;
  });

  function watch(options: { atOnce?: boolean } = { atOnce: true }) {
    return RestartWatch.create({
      server: {
        runtimeInfo: async () => {
          asked += 1;
          return { startTime: answer() };
        },
      },
      now: () => now,
      ...options,
    });
  }

  it('knows since when the server has run', async () => {
    const restarts = watch();
    expect([restarts.isSettled, restarts.since]).toEqual([false, -Infinity]);
    await restarts.check();
    expect([restarts.isSettled, restarts.since]).toEqual([
      true,
      Date.parse(FIRST),
    ]);
  });

  it('believes no start that is yet to come', async () => {
    answer = () => '2027-01-01T00:00:00Z';
    const restarts = watch();
    await restarts.check();
    expect(restarts.since).toBe(NOW);
  });

  it('asks every half a minute, and first after one unless it is wanted at once', async () => {
    const restarts = watch({});
    await restarts.check();
    expect(asked).toBe(0);
    now += 30_000;
    await restarts.check();
    await restarts.check();
    expect(asked).toBe(1);
    now += 30_000;
    await restarts.check();
    expect(asked).toBe(2);
  });

  it('lets nothing be used that was asked before a start is seen', async () => {
    const restarts = watch();
    await restarts.check();
    answer = () => SECOND;
    now += 30_000;
    await restarts.check();
    expect(restarts.since).toBe(now);
  });

  it('takes replicas that answer in turns for no restarts', async () => {
    const restarts = watch();
    for (const start of [FIRST, SECOND, FIRST, SECOND]) {
      answer = () => start;
      await restarts.check();
      now += 30_000;
    }
    expect(restarts.since).toBe(NOW + 30_000);
  });

  it('asks as soon as it suspects something', async () => {
    const restarts = watch();
    await restarts.check();
    restarts.suspect();
    answer = () => SECOND;
    await restarts.check();
    expect(restarts.since).toBe(NOW);
  });

  it('goes on asking a server that does not answer', async () => {
    answer = () => {
      throw new ServiceUnavailableError('down');
    };
    const restarts = watch();
    await restarts.check();
    expect(restarts.isSettled).toBe(false);
    now += 30_000;
    await restarts.check();
    expect(asked).toBe(2);
  });

  it('seldom asks a server that does not tell', async () => {
    answer = () => {
      throw new NotImplementedError('no runtime information');
    };
    const restarts = watch();
    await restarts.check();
    expect(restarts.isSettled).toBe(true);
    now += 5 * 60_000;
    await restarts.check();
    expect(asked).toBe(1);
    restarts.suspect();
    await restarts.check();
    expect(asked).toBe(1);
    now += 5 * 60_000;
    await restarts.check();
    expect(asked).toBe(2);
  });

  it('asks once at a time', async () => {
    const restarts = watch();
    const first = restarts.check();
    restarts.suspect();
    await restarts.check();
    await first;
    expect(asked).toBe(1);
  });
});
