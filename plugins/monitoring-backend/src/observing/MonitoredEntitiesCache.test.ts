import { MonitoredEntities } from '../catalog';
import { MonitoredEntitiesCache } from './MonitoredEntitiesCache';
import { aService } from './__testUtils__/builders';

function aCache(answers: MonitoredEntities[]) {
  const clock = { time: 0 };
  const readAll = jest.fn(async () => answers[0]);
  const cache = MonitoredEntitiesCache.create({
    catalog: {
      readAll,
      readOne: () => Promise.reject(new Error('not used')),
    },
    now: () => new Date(clock.time),
  });
  return {
    readAll,
    /** What is listed when the catalog next answers as the test says, after half a minute. */
    async namesAfter(answer: MonitoredEntities): Promise<string[]> {
      answers[0] = answer;
      clock.time += 30_000;
      return this.names();
    },
    async names(): Promise<string[]> {
      const entities = await cache.list({});
      return entities.map(({ monitoring }) => monitoring.spec.name).sort();
    },
  };
}

const whole = (...names: string[]): MonitoredEntities => ({
  entities: names.map(name => aService(name)),
  complete: true,
});

describe('MonitoredEntitiesCache', () => {
  it('follows the catalog although one entity can no longer be worked out, and keeps what that one had', async () => {
    const cache = aCache([]);
    await cache.namesAfter(whole('broken', 'gone', 'kept'));
    const names = await cache.namesAfter({
      entities: [aService('kept'), aService('new')],
      complete: false,
      failedRefs: ['component:default/broken'],
    });
    expect(names).toEqual(['broken', 'kept', 'new']);
  });

  it('reads no more often because an entity cannot be worked out', async () => {
    const cache = aCache([]);
    await cache.namesAfter({
      entities: [aService('kept')],
      complete: false,
      failedRefs: ['component:default/broken'],
    });
    await cache.names();
    await cache.names();
    expect(cache.readAll).toHaveBeenCalledTimes(1);
  });

  it('keeps the last list when the catalog fails half-way, and tries again at once', async () => {
    const cache = aCache([]);
    await cache.namesAfter(whole('a', 'b'));
    const half = { entities: [aService('a')], complete: false };
    expect(await cache.namesAfter(half)).toEqual(['a', 'b']);
    await cache.names();
    expect(cache.readAll).toHaveBeenCalledTimes(3);
  });

  it('does not wait to read again a catalog that is empty because it has only just started', async () => {
    const cache = aCache([]);
    await cache.namesAfter(whole());
    await cache.names();
    expect(cache.readAll).toHaveBeenCalledTimes(2);
  });
});
