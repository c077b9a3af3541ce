import { SingleFlight } from './SingleFlight';

/** Work that waits to be told its outcome. */
function heldWork() {
  const calls: {
    signal: AbortSignal;
    finish: (value: string) => void;
    fail: (error: Error) => void;
  }[] = [];
  const work = (signal: AbortSignal) =>
    new Promise<string>((resolve, reject) => {
      calls.push({ signal, finish: resolve, fail: reject });
    });
  return { work, calls };
}

/** Lets everything that is due run. */
const settle = () => new Promise(resolve => setImmediate(resolve));

describe('SingleFlight', () => {
  it('runs the work once for all who ask at the same time', async () => {
    const flights = SingleFlight.create<string>();
    const { work, calls } = heldWork();
    const answers = [1, 2, 3].map(() => flights.run('a', work));
    await settle();
    expect(calls).toHaveLength(1);
    calls[0].finish('done');
    expect(await Promise.all(answers)).toEqual(['done', 'done', 'done']);
  });

  it('runs it again for whoever asks later', async () => {
    const flights = SingleFlight.create<string>();
    const { work, calls } = heldWork();
    const first = flights.run('a', work);
    await settle();
    calls[0].finish('1');
    await first;
    const second = flights.run('a', work);
    await settle();
    calls[1].finish('2');
    expect(await second).toBe('2');
  });

  it('shares nothing between different keys', async () => {
    const flights = SingleFlight.create<string>();
    const { work, calls } = heldWork();
    const answers = ['a', 'b'].map(key => flights.run(key, work));
    await settle();
    calls.forEach(({ finish }, index) => finish(String(index)));
    expect(await Promise.all(answers)).toEqual(['0', '1']);
  });

  it('shares a failure with all who wait', async () => {
    const flights = SingleFlight.create<string>();
    const { work, calls } = heldWork();
    const answers = Promise.allSettled(
      [1, 2].map(() => flights.run('a', work)),
    );
    await settle();
    calls[0].fail(new Error('down'));
    expect(await answers).toEqual(
      Array(2).fill({ status: 'rejected', reason: new Error('down') }),
    );
  });

  it('goes on for the others when the first one leaves', async () => {
    const flights = SingleFlight.create<string>();
    const { work, calls } = heldWork();
    const leaver = new AbortController();
    const first = flights.run('a', work, { signal: leaver.signal });
    const second = flights.run('a', work);
    await settle();
    leaver.abort();
    await expect(first).rejects.toMatchObject({ name: 'AbortError' });
    expect(calls[0].signal.aborted).toBe(false);
    calls[0].finish('done');
    expect(await second).toBe('done');
  });

  it('cancels the work when the last one leaves, and starts anew after', async () => {
    const flights = SingleFlight.create<string>();
    const { work, calls } = heldWork();
    const leavers = [new AbortController(), new AbortController()];
    const answers = Promise.allSettled(
      leavers.map(({ signal }) => flights.run('a', work, { signal })),
    );
    await settle();
    leavers.forEach(leaver => leaver.abort());
    expect(calls[0].signal.aborted).toBe(true);
    const next = flights.run('a', work);
    await settle();
    calls[0].fail(new Error('cancelled'));
    calls[1].finish('done');
    expect(await next).toBe('done');
    expect((await answers).map(({ status }) => status)).toEqual([
      'rejected',
      'rejected',
    ]);
  });

  it('starts nothing for who has left already', async () => {
    const flights = SingleFlight.create<string>();
    const { work, calls } = heldWork();
    await expect(
      flights.run('a', work, { signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ name: 'AbortError' });
    expect(calls).toHaveLength(0);
  });
});
