import { Entity } from '@backstage/catalog-model';
import { scopeMatchers } from './scopeMatchers';

const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'ingestor' },
  spec: { owner: 'team"media', tags: ['a'] },
};

describe('scopeMatchers', () => {
  it('takes values from the identity of the entity', () => {
    expect(
      scopeMatchers(
        {
          id: 'default',
          scope: [
            { label: 'service', from: 'metadata.name' },
            { label: 'namespace', from: 'metadata.namespace' },
            { label: 'kind', from: 'kind' },
            { label: 'owner', from: 'spec.owner' },
          ],
        },
        entity,
      ),
    ).toEqual([
      { label: 'service', operator: '=', value: 'ingestor' },
      { label: 'namespace', operator: '=', value: 'default' },
      { label: 'kind', operator: '=', value: 'Component' },
      { label: 'owner', operator: '=', value: 'team"media' },
    ]);
  });

  it.each(['spec.missing', 'spec.tags', 'spec.constructor', 'spec.__proto__'])(
    'refuses rather than to ask without %s',
    from => {
      expect(() =>
        scopeMatchers({ id: 'default', scope: [{ label: 'x', from }] }, entity),
      ).toThrow(
        expect.objectContaining({
          name: 'NotAllowedError',
          message: `Prometheus 'default' only answers about entities with ${from}, which 'component:default/ingestor' has not`,
        }),
      );
    },
  );
});
