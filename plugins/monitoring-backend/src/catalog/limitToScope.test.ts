import { ConfigReader } from '@backstage/config';
import { parseMonitoringSpec } from '@sightline/backstage-plugin-monitoring-common';
import { readMonitoringConfig } from '../config';
import { limitToScope } from './limitToScope';

function limit(
  scope: object[],
  annotations: Record<string, string>,
  spec: Record<string, string> = {},
) {
  const entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'ingestor', namespace: 'media', annotations },
    spec,
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

  const DOCUMENT = `
apiVersion: openslo/v1
kind: SLO
metadata: { name: uploads }
spec:
  service: ingestor
  indicator:
    metadata: { name: uploads }
    spec:
      ratioMetric:
        bad: { metricSource: { type: Prometheus, spec: {
          query: 'sum(increase(x{namespace="secret"}[$window])) or {__name__="y", code=~"5.."} offset 5m - count_over_time((z{$selector} > 1)[$window:1m])' } } }
        total: { metricSource: { type: Prometheus, spec: { query: 'sum(increase(x[$window]))' } } }
  timeWindow: [{ duration: 30d, isRolling: true }]
  budgetingMethod: Occurrences
  objectives: [{ target: 0.999 }]
`;

  it('ANDs the scope into every selector of an SLO document, with or without $selector', () => {
    const { value, problems } = limit([NAMESPACE], {
      'monitoring/slos': DOCUMENT,
    });
    expect(problems).toEqual([]);
    expect(value.sloDefinitions[0].sli).toEqual({
      type: 'ratio',
      bad: 'sum(increase(x{namespace="media", namespace="secret"}[$window])) or {namespace="media", __name__="y", code=~"5.."} offset 5m - count_over_time((z{namespace="media", $selector} > 1)[$window:1m])',
      total: 'sum(increase(x{namespace="media"}[$window]))',
    });
  });

  it('leaves the queries of a document as they are without a scope', () => {
    const { value } = limit([], { 'monitoring/slos': DOCUMENT });
    expect(value.sloDefinitions[0].sli).toMatchObject({
      total: 'sum(increase(x[$window]))',
    });
  });

  it('uses no query that cannot be limited, and says so', () => {
    const value = 'x'.repeat(900);
    const query = `sum(${Array(25).fill('y').join(' + ')})`;
    const { value: spec } = limit(
      [{ label: 'team', from: 'spec.team' }],
      {
        'monitoring/slos': DOCUMENT.replace(
          "'sum(increase(x[$window]))'",
          `'${query.replace(/y/g, 'increase(y[$window])')}'`,
        ),
      },
      { team: value },
    );
    expect(spec.sloDefinitions).toEqual([]);
    expect(spec.invalidSlos).toEqual([
      {
        name: 'uploads',
        message: expect.stringMatching(/cannot be limited.*16 KiB/),
      },
    ]);
  });

  it('uses no document of an entity that lacks a field of the scope', () => {
    const { value } = limit([{ label: 'team', from: 'spec.owner' }], {
      'monitoring/slos': DOCUMENT,
    });
    expect(value.sloDefinitions).toEqual([]);
  });
});
