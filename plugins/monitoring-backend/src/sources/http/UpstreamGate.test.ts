import { NoAnswerError } from './NoAnswerError';
import { UpstreamGate, UpstreamGateOptions } from './UpstreamGate';

describe('UpstreamGate', () => {
  function gate(options: Partial<UpstreamGateOptions> = {}) {
    const clock = { now: 0 };
    const observer = {
      ended: jest.fn(),
      queued: jest.fn(),
      breaker: jest.fn(),
    };
    const one = UpstreamGate.create({
      name: "Prometheus 'x'",
      upstream: 'prometheus:x',
      maxConcurrent: 1,
      timeout: 30_000,
      hasBreaker: true,
      observer,
      now: () => clock.now,
      ...options,
    });
    const answer = (status: number, retryAfter?: string) =>
      one.run(async () => ({ status, retryAfter }), {});
    const failTimes = async (times: number) => {
      for (let n = 0; n < times; n += 1) {
        await answer(500);
      }
    };
    const outcomes = () => observer.ended.mock.calls.map(([e]) => e.outcome);
    return { one, clock, observer, answer, failTimes, outcomes };
  }

  it('stops asking one that fails, and says why and for how long', async () => {
    const { answer, failTimes, observer, outcomes } = gate();
    await failTimes(8);
    await expect(answer(200)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: "Prometheus 'x' answered 500; it is asked again in 5 s",
      retryAfterSeconds: 5,
    });
    expect(observer.breaker.mock.calls).toEqual([
      [{ upstream: 'prometheus:x', state: 'closed' }],
      [{ upstream: 'prometheus:x', state: 'open' }],
    ]);
    expect(outcomes().slice(-2)).toEqual(['failed', 'breaker-open']);
  });

  it('asks again by itself, one first', async () => {
    const { one, answer, failTimes, clock } = gate({ maxConcurrent: 3 });
    await failTimes(8);
    clock.now = 5_000;
    let finish = (_: { status: number }) => {};
    const trial = one.run(
      () => new Promise<{ status: number }>(resolve => (finish = resolve)),
      {},
    );
    await expect(answer(200)).rejects.toThrow('it is asked again in 5 s');
    finish({ status: 200 });
    await trial;
    expect(await answer(200)).toMatchObject({ status: 200 });
  });

  it.each<[string, () => Promise<{ status: number }>]>([
    ['a question that is refused', async () => ({ status: 400 })],
    ['one that asks for less', async () => ({ status: 429 })],
    [
      'an answer that is not read',
      async () => {
        throw new Error('too large');
      },
    ],
  ])('goes on after %s', async (_, send) => {
    const { one, answer } = gate();
    for (let n = 0; n < 20; n += 1) {
      await one.run(send, {}).catch(() => {});
    }
    expect(await answer(200)).toMatchObject({ status: 200 });
  });

  it('goes on after callers who gave up', async () => {
    const { one, answer, outcomes } = gate();
    for (let n = 0; n < 20; n += 1) {
      const leave = new AbortController();
      const gone = one.run(
        async () => {
          leave.abort();
          throw leave.signal.reason;
        },
        { signal: leave.signal },
      );
      await expect(gone).rejects.toMatchObject({ name: 'AbortError' });
    }
    expect(new Set(outcomes())).toEqual(new Set(['cancelled']));
    expect(await answer(200)).toMatchObject({ status: 200 });
  });

  it('tells those who wait in the queue as soon as it opens', async () => {
    const { one, outcomes } = gate({ maxConcurrent: 2 });
    const waiting = Array.from({ length: 20 }, () =>
      one.run(async () => {
        throw new NoAnswerError("Prometheus 'x' does not answer", {
          isTimeout: true,
        });
      }, {}),
    );
    await Promise.allSettled(waiting);
    expect(outcomes().filter(outcome => outcome === 'timeout').length).toBe(8);
    expect(
      outcomes().filter(outcome => outcome === 'breaker-open').length,
    ).toBe(12);
  });

  it('leaves one in peace for as long as it says', async () => {
    const { answer, clock } = gate();
    expect(await answer(429, '7')).toMatchObject({ status: 429 });
    await expect(answer(200)).rejects.toMatchObject({
      message:
        "Prometheus 'x' asks to be left in peace (429); it is asked again in 7 s",
      retryAfterSeconds: 7,
    });
    clock.now = 7_000;
    expect(await answer(503, 'nonsense')).toMatchObject({ status: 503 });
    expect(await answer(200)).toMatchObject({ status: 200 });
  });

  it('does not believe that one wants to be left in peace for a year', async () => {
    const { answer } = gate();
    await answer(429, '31536000');
    await expect(answer(200)).rejects.toMatchObject({ retryAfterSeconds: 300 });
  });

  it('keeps asking when it has no breaker', async () => {
    const { answer, failTimes } = gate({ hasBreaker: false });
    await failTimes(20);
    await answer(429, '60');
    expect(await answer(200)).toMatchObject({ status: 200 });
  });

  it('refuses after half of the time in the queue', async () => {
    const { one, answer, outcomes } = gate({ timeout: 50 });
    let finish = () => {};
    const first = one.run(
      () =>
        new Promise<{ status: number }>(resolve => {
          finish = () => resolve({ status: 200 });
        }),
      {},
    );
    await expect(answer(200)).rejects.toMatchObject({
      message:
        "Prometheus 'x' had no time for this within 0.025 s: other requests of ours are under way; try again in a moment",
      retryAfterSeconds: 5,
    });
    finish();
    await first;
    expect(outcomes()).toEqual(['queue-full', 'answered']);
  });

  it('tells whose requests are too many', async () => {
    const { one } = gate();
    const leave = new AbortController();
    const many = Array.from({ length: 13 }, () =>
      one.run(
        () =>
          new Promise<never>((_, reject) => {
            leave.signal.addEventListener('abort', () =>
              reject(new Error('left')),
            );
          }),
        { caller: 'hog', signal: leave.signal },
      ),
    );
    await expect(many[12]).rejects.toThrow(
      "Prometheus 'x' has too many requests of yours waiting; try again in a moment",
    );
    leave.abort();
    await Promise.allSettled(many);
  });

  it('reports how long was waited and how long it took', async () => {
    const { one, clock, observer } = gate();
    const take = (milliseconds: number) =>
      one.run(async () => {
        await Promise.resolve();
        clock.now += milliseconds;
        return { status: 200 };
      }, {});
    await Promise.all([take(30), take(12)]);
    expect(observer.ended.mock.calls.map(([event]) => event)).toEqual([
      {
        upstream: 'prometheus:x',
        outcome: 'answered',
        waitedMs: 0,
        durationMs: 30,
      },
      {
        upstream: 'prometheus:x',
        outcome: 'answered',
        waitedMs: 30,
        durationMs: 12,
      },
    ]);
    expect(observer.queued).toHaveBeenLastCalledWith({
      upstream: 'prometheus:x',
      active: 0,
      waiting: 0,
    });
  });
});
