import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { EntityAccess } from './EntityAccess';

const ingestor = 'component:default/ingestor';
const gateway = 'component:default/gateway';
const hidden = 'component:default/hidden';

function aComponent(name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default' },
  };
}

function setUp(policy: AuthorizeResult = AuthorizeResult.ALLOW) {
  const catalog = catalogServiceMock.mock();
  catalog.getEntitiesByRefs.mockImplementation(async ({ entityRefs }) => ({
    items: entityRefs.map(ref =>
      ref === hidden ? undefined : aComponent(ref.split('/')[1]),
    ),
  }));
  const permissions = mockServices.permissions.mock();
  permissions.authorizeConditional.mockResolvedValue([
    policy === AuthorizeResult.CONDITIONAL
      ? {
          result: policy,
          pluginId: 'catalog',
          resourceType: 'catalog-entity',
          conditions: {
            rule: 'IS_ENTITY_OWNER',
            resourceType: 'catalog-entity',
          },
        }
      : { result: policy },
  ]);
  permissions.authorize.mockImplementation(async requests =>
    requests.map(request => ({
      result:
        (request as { resourceRef?: string }).resourceRef === ingestor
          ? AuthorizeResult.ALLOW
          : AuthorizeResult.DENY,
    })),
  );
  const clock = { time: 0 };
  const access = EntityAccess.create({
    catalog,
    permissions,
    now: () => new Date(clock.time),
  });
  return { access, catalog, permissions, clock };
}

const credentials = mockCredentials.user('user:default/mira');

describe('EntityAccess', () => {
  it('leaves out entities that the catalog hides from the caller', async () => {
    const { access, catalog } = setUp();
    expect(await access.visible([ingestor, hidden], { credentials })).toEqual(
      new Set([ingestor]),
    );
    expect(catalog.getEntitiesByRefs).toHaveBeenCalledWith(expect.anything(), {
      credentials,
    });
  });

  it('asks entity by entity when the policy answers with conditions', async () => {
    const { access, permissions } = setUp(AuthorizeResult.CONDITIONAL);
    expect(
      await access.visible([ingestor, gateway, hidden], { credentials }),
    ).toEqual(new Set([ingestor]));
    expect(permissions.authorize).toHaveBeenCalledWith(
      [ingestor, gateway].map(resourceRef =>
        expect.objectContaining({ resourceRef }),
      ),
      { credentials },
    );
  });

  it('shows nothing when the permission is denied', async () => {
    const { access } = setUp(AuthorizeResult.DENY);
    expect(await access.visible([ingestor], { credentials })).toEqual(
      new Set(),
    );
  });

  it('remembers its answers for half a minute, for each caller alone', async () => {
    const { access, catalog, clock } = setUp();
    await access.visible([ingestor], { credentials });
    await access.visible([ingestor], { credentials });
    expect(catalog.getEntitiesByRefs).toHaveBeenCalledTimes(1);
    await access.visible([ingestor], {
      credentials: mockCredentials.user('user:default/jonas'),
    });
    expect(catalog.getEntitiesByRefs).toHaveBeenCalledTimes(2);
    await access.visible([ingestor, gateway], { credentials });
    expect(catalog.getEntitiesByRefs).toHaveBeenLastCalledWith(
      expect.objectContaining({ entityRefs: [gateway] }),
      expect.anything(),
    );
    clock.time += 30_001;
    await access.visible([ingestor], { credentials });
    expect(catalog.getEntitiesByRefs).toHaveBeenCalledTimes(4);
  });

  it('does not tell a hidden entity from a missing one', async () => {
    const { access } = setUp();
    await expect(access.require(hidden, { credentials })).rejects.toThrow(
      "No entity 'component:default/hidden' that you may see",
    );
  });

  it('names the permission that is missing', async () => {
    const { access } = setUp(AuthorizeResult.DENY);
    await expect(access.require(ingestor, { credentials })).rejects.toThrow(
      "You may not see the monitoring of 'component:default/ingestor'; it takes the permission monitoring.read",
    );
  });

  it('lets pass who may', async () => {
    const { access } = setUp(AuthorizeResult.CONDITIONAL);
    await expect(
      access.require(ingestor, { credentials }),
    ).resolves.toBeUndefined();
  });
});
