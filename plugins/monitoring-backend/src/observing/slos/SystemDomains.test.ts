import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { SystemDomains } from './SystemDomains';

function system(name: string, ...partOf: string[]): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: { name, namespace: 'default' },
    relations: partOf.map(targetRef => ({ type: 'partOf', targetRef })),
  };
}

const MEDIA = 'system:default/media-platform';
const EDGE = 'system:default/edge';

function setUp() {
  const catalog = catalogServiceMock({
    entities: [
      system('media-platform', 'system:default/x', 'domain:default/media'),
      system('edge'),
    ],
  });
  const world = { now: 0 };
  const asked = jest.spyOn(catalog, 'getEntitiesByRefs');
  const domains = SystemDomains.create({
    catalog,
    auth: mockServices.auth(),
    logger: mockServices.logger.mock(),
    now: () => new Date(world.now),
  });
  return { domains, asked, world };
}

describe('SystemDomains', () => {
  it('says which domain a system is part of', async () => {
    const { domains } = setUp();
    await domains.refresh([MEDIA, EDGE, MEDIA, 'system:default/gone']);
    expect(domains.of(MEDIA)).toBe('domain:default/media');
    expect(domains.of(EDGE)).toBeUndefined();
    expect(domains.of('system:default/gone')).toBeUndefined();
  });

  it('asks once in five minutes, and for a new system at once', async () => {
    const { domains, asked, world } = setUp();
    await domains.refresh([EDGE]);
    await domains.refresh([EDGE]);
    expect(asked).toHaveBeenCalledTimes(1);
    await domains.refresh([EDGE, MEDIA]);
    expect(asked).toHaveBeenCalledTimes(2);
    world.now = 5 * 60_000;
    await domains.refresh([EDGE, MEDIA]);
    expect(asked).toHaveBeenCalledTimes(3);
  });

  it('keeps what it knows while the catalog does not answer', async () => {
    const { domains, asked, world } = setUp();
    await domains.refresh([MEDIA]);
    world.now = 10 * 60_000;
    asked.mockRejectedValueOnce(new Error('down'));
    await domains.refresh([MEDIA]);
    expect(domains.of(MEDIA)).toBe('domain:default/media');
  });

  it('asks nobody when there are no systems', async () => {
    const { domains, asked } = setUp();
    await domains.refresh([]);
    expect(asked).not.toHaveBeenCalled();
  });
});
