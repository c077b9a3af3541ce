import { NoSlotError, SlotRequest, Slots, SlotsOptions } from './Slots';

/** Lets everything that is due run. */
const settle = () => new Promise(resolve => setImmediate(resolve));

describe('Slots', () => {
  let leave: AbortController;
  beforeEach(() => {
    leave = new AbortController();
  });
  // Lets go of the timers of those who still wait.
  afterEach(() => leave.abort());

  function slots(options: Partial<SlotsOptions> = {}) {
    const all = Slots.create({
      count: 4,
      maxWaiting: 100,
      maxWait: 60_000,
      ...options,
    });
    /** Names of what is under way, in the order in which it began. */
    const underWay: string[] = [];
    const ends = new Map<string, () => void>();
    const ask = (name: string, request: SlotRequest = {}) => {
      const outcome = all.run(
        () =>
          new Promise<void>(resolve => {
            underWay.push(name);
            ends.set(name, () => {
              underWay.splice(underWay.indexOf(name), 1);
              resolve();
            });
          }),
        { signal: leave.signal, ...request },
      );
      outcome.catch(() => {});
      return outcome;
    };
    const end = async (name: string) => {
      ends.get(name)!();
      await settle();
    };
    return { ask, end, underWay };
  }

  const background = { priority: 'background' } as const;

  it('gives slots in order', async () => {
    const { ask, end, underWay } = slots({ count: 2 });
    ['a', 'b', 'c', 'd'].forEach(name => ask(name));
    expect(underWay).toEqual(['a', 'b']);
    await end('b');
    expect(underWay).toEqual(['a', 'c']);
    await end('a');
    expect(underWay).toEqual(['c', 'd']);
  });

  it('gives the slot back when the work fails', async () => {
    const all = Slots.create({ count: 1, maxWaiting: 1, maxWait: 1_000 });
    const fail = () => Promise.reject(new Error('down'));
    await expect(all.run(fail, {})).rejects.toThrow('down');
    expect(await all.run(async () => 'next', {})).toBe('next');
  });

  it('lets people go before polls', async () => {
    const { ask, end, underWay } = slots({ count: 1 });
    ask('first');
    ask('poll', background);
    ask('person');
    await end('first');
    expect(underWay).toEqual(['person']);
    await end('person');
    expect(underWay).toEqual(['poll']);
  });

  it('keeps half of the slots free of polls', async () => {
    const { ask, end, underWay } = slots();
    ['1', '2', '3', '4'].forEach(name => ask(name, background));
    expect(underWay).toEqual(['1', '2']);
    ask('person');
    ask('another');
    expect(underWay).toEqual(['1', '2', 'person', 'another']);
    await end('person');
    expect(underWay).not.toContain('3');
    await end('1');
    expect(underWay).toContain('3');
  });

  it('lets one poll through when people have delayed them for half of the time', async () => {
    const { ask, end, underWay } = slots({ count: 2, maxWait: 2_000 });
    ['a', 'b', 'c', 'd'].forEach(name => ask(name));
    ask('poll', background);
    ask('poll 2', background);
    await end('a');
    expect(underWay).toEqual(['b', 'c']);
    const later = performance.now() + 1_001;
    jest.spyOn(performance, 'now').mockReturnValue(later);
    await end('b');
    expect(underWay).toEqual(['c', 'poll']);
    await end('c');
    expect(underWay).toEqual(['poll', 'd']);
    jest.restoreAllMocks();
  });

  it('gives nobody more than half of the slots', async () => {
    const { ask, end, underWay } = slots();
    for (let panel = 1; panel <= 20; panel += 1) {
      ask(`panel ${panel}`, { caller: 'hog' });
    }
    expect(underWay).toEqual(['panel 1', 'panel 2']);
    ask('other', { caller: 'other' });
    expect(underWay).toContain('other');
    await end('panel 2');
    expect(underWay).toEqual(['panel 1', 'other', 'panel 3']);
  });

  it('serves whoever has the least under way', async () => {
    const { ask, end, underWay } = slots();
    ['hog 1', 'hog 2', 'hog 3'].forEach(name => ask(name, { caller: 'hog' }));
    ['pig 1', 'pig 2', 'pig 3'].forEach(name => ask(name, { caller: 'pig' }));
    ask('late', { caller: 'late' });
    expect(underWay).toEqual(['hog 1', 'hog 2', 'pig 1', 'pig 2']);
    await end('hog 1');
    expect(underWay).toEqual(['hog 2', 'pig 1', 'pig 2', 'late']);
    await end('pig 1');
    expect(underWay).toEqual(['hog 2', 'pig 2', 'late', 'hog 3']);
  });

  it('refuses when too many wait, and whoever has half of the queue', async () => {
    const { ask } = slots({ count: 1, maxWaiting: 4 });
    const ofHog = [1, 2, 3, 4].map(n => ask(`${n}`, { caller: 'hog' }));
    await expect(ofHog[3]).rejects.toMatchObject({ reason: 'share' });
    ask('5', { caller: 'other' });
    ask('6', { caller: 'another' });
    await expect(ask('7', { caller: 'late' })).rejects.toMatchObject({
      reason: 'full',
    });
  });

  it('lets nobody wait for too long', async () => {
    const { ask, end, underWay } = slots({ count: 1, maxWait: 20 });
    ask('first');
    await expect(ask('second')).rejects.toEqual(new NoSlotError('late'));
    await end('first');
    expect(underWay).toEqual([]);
  });

  it('lets whoever gives up leave at once, first or last', async () => {
    const { ask, end, underWay } = slots({ count: 1, maxWaiting: 2 });
    ask('first');
    for (let times = 0; times < 3; times += 1) {
      const wave = new AbortController();
      const gone = ['x', 'y'].map(name => ask(name, { signal: wave.signal }));
      wave.abort();
      for (const one of gone) {
        await expect(one).rejects.toMatchObject({ name: 'AbortError' });
      }
    }
    ask('next');
    await end('first');
    expect(underWay).toEqual(['next']);
  });

  it('begins nothing for one who is gone', async () => {
    const { ask, underWay } = slots();
    await expect(
      ask('gone', { signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ name: 'AbortError' });
    expect(underWay).toEqual([]);
  });

  it('tells how many there are', async () => {
    const onChange = jest.fn();
    const { ask, end } = slots({ count: 1, onChange });
    ask('a');
    ask('b');
    await end('a');
    await end('b');
    expect(onChange.mock.calls.map(([queue]) => queue)).toEqual([
      { active: 1, waiting: 0 },
      { active: 1, waiting: 1 },
      { active: 1, waiting: 0 },
      { active: 0, waiting: 0 },
    ]);
  });
});
