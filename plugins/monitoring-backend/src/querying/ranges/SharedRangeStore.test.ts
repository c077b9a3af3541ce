import { mockServices } from '@backstage/backend-test-utils';
import { Question } from './readQuestion';
import { SharedRangeStore } from './SharedRangeStore';

describe('SharedRangeStore', () => {
  const cache = mockServices.cache.mock();

  beforeEach(() => {
    jest.useFakeTimers();
    jest.clearAllMocks();
  });
  afterEach(() => jest.useRealTimers());

  const store = () =>
    SharedRangeStore.create({
      cache,
      maxAge: 60_000,
      logger: mockServices.logger.mock(),
      now: () => 0,
    });
  const question = (hash: string) => ({ hash, key: hash } as Question);

  it('asks a store that hangs neither twice for the same nor for more and more', async () => {
    cache.get.mockReturnValue(new Promise(() => {}));
    const shared = store();
    const late = Promise.all([
      shared.get(question('a')),
      shared.get(question('a')),
    ]);
    await jest.advanceTimersByTimeAsync(250);
    expect(await late).toEqual([undefined, undefined]);
    const again = shared.get(question('a'));
    await jest.advanceTimersByTimeAsync(250);
    expect(await again).toBeUndefined();
    expect(cache.get).toHaveBeenCalledTimes(1);
    for (let index = 0; index < 500; index += 1) {
      const one = shared.get(question(String(index)));
      await jest.advanceTimersByTimeAsync(250);
      await one;
    }
    expect(cache.get.mock.calls.length).toBeLessThan(100);
  });

  it('deletes what is forgotten, and does not write it at once again', async () => {
    const shared = store();
    await shared.delete(question('a'));
    expect(cache.delete).toHaveBeenCalledWith('ranges:a');
    await shared.set(question('a'), []);
    expect(cache.set).not.toHaveBeenCalled();
  });

  it('goes on without a store that does not delete', async () => {
    cache.delete.mockRejectedValueOnce(new Error('down'));
    await expect(store().delete(question('a'))).resolves.toBeUndefined();
  });

  it('asks again once the store has answered', async () => {
    cache.get.mockResolvedValue(undefined);
    const shared = store();
    await shared.get(question('a'));
    await shared.get(question('a'));
    expect(cache.get).toHaveBeenCalledTimes(2);
  });
});
