import { AnswerCache } from './AnswerCache';
import { createPanelLine } from './createPanelLine';

function aCache(maxBytes = 1_000_000) {
  const clock = { now: 0 };
  const observer = { reused: jest.fn(), holds: jest.fn() };
  const cache = AnswerCache.create({
    now: () => clock.now,
    maxBytes,
    observer,
  });
  let made = 0;
  const ask = async (key: string, rest: object = {}) => {
    const line = await cache.get({ instance: 'default', key }, () => {
      made += 1;
      const values = [made];
      return createPanelLine({
        panelId: 1,
        frames: [
          {
            refId: 'A',
            expression: '',
            times: [0],
            series: [{ labels: {}, values }],
          },
        ],
        ...rest,
      });
    });
    return line.bytes;
  };
  return { clock, observer, ask, made: () => made };
}

describe('AnswerCache', () => {
  it('makes a line once for all who ask, and gives it again for ten seconds', async () => {
    const { ask, clock, made } = aCache();
    const [first, second] = await Promise.all([ask('a'), ask('a')]);
    clock.now = 9_999;
    expect(second).toBe(first);
    expect(await ask('a')).toBe(first);
    clock.now = 10_000;
    expect(await ask('a')).not.toBe(first);
    expect(made()).toBe(2);
  });

  it('compares the whole key', async () => {
    const { ask, made } = aCache();
    await ask('a');
    await ask('a ');
    expect(made()).toBe(2);
  });

  it.each([
    ['with an error', { error: 'no' }],
    ['with warnings', { warnings: ['cut'] }],
    ['that is old', { staleMs: 60_000 }],
  ])('does not keep a line %s', async (_what, rest) => {
    const { ask, made } = aCache();
    await Promise.all([ask('a', rest), ask('a', rest)]);
    await ask('a', rest);
    expect(made()).toBe(2);
  });

  it('holds no more than it may', async () => {
    const { ask, observer } = aCache(2_000);
    for (let key = 0; key < 20; key += 1) {
      await ask(String(key));
    }
    const held = observer.holds.mock.lastCall[0];
    expect(held).toMatchObject({ cache: 'answers', entries: 2 });
    expect(held.bytes).toBeLessThanOrEqual(2_000);
  });

  it('tells of what it gave again', async () => {
    const { ask, observer } = aCache();
    const bytes = (await ask('a')).length;
    await ask('a');
    expect(observer.reused.mock.calls).toEqual([
      [{ instance: 'default', bytes }],
    ]);
  });
});
