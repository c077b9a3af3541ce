import { ConfigReader } from '@backstage/config';
import { parseMonitoringSpec } from '@sightline/backstage-plugin-monitoring-common';
import { readMonitoringConfig } from '../config';
import { limitToScope } from './limitToScope';

function limit(scope: object[], annotations: Record<string, string>) {
  const entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'ingestor', namespace: 'media', annotations },
    spec: {},
  };
  const { prometheus } = readMonitoringConfig(
    new ConfigReader({
      monitoring: {
        prometheus: [{ id: 'default', url: 'http://prometheus', scope }],
      },
    } as any),
  );
  return limitToScope(
    parseMonitoringSpec(entity, {
      // eslint-disable-next-line no-template-curly-in-string
      defaultSelector: 'service="${{ name }}"',
      defaultWindow: { type: 'rolling', duration: 2_592_000 },
    }),
    entity,
    prometheus,
  );
}

const NAMESPACE = { label: 'namespace', from: 'metadata.namespace' };

describe('limitToScope', () => {
  it('ANDs the scope into the selector, whatever the annotation says', () => {
    const { value } = limit([NAMESPACE], {
      'monitoring/selector': 'namespace="secret", job="a"',
    });
    expect(value.selector).toEqual([
      { label: 'namespace', operator: '=', value: 'media' },
      { label: 'namespace', operator: '=', value: 'secret' },
      { label: 'job', operator: '=', value: 'a' },
    ]);
  });

  it('changes nothing without a scope', () => {
    expect(limit([], {}).value.selector).toEqual([
      { label: 'service', operator: '=', value: 'ingestor' },
    ]);
  });

  it('gives an entity that lacks a field of the scope nothing, and the reason', () => {
    const { value, problems } = limit([{ label: 'team', from: 'spec.owner' }], {
      'monitoring/packs': 'http',
      'monitoring/slos': 'availability 99.9% 30d',
      'monitoring/dashboards': 'uid:abc',
    });
    expect(value).toMatchObject({ packs: [], slos: [], dashboards: [] });
    expect(problems[0].message).toMatch(
      /only answers about entities with spec\.owner/,
    );
  });
});
