import { ConfigReader } from '@backstage/config';
import { parseMonitoringSpec } from '@sightline/backstage-plugin-monitoring-common';
import { readMonitoringConfig } from '../config';
import { limitLinks } from './limitLinks';

const open = { linkedDashboards: { folders: ['media'] } };

function limit(
  grafana: object[],
  annotations: Record<string, string> = { 'monitoring/dashboards': 'uid:abc' },
) {
  const config = readMonitoringConfig(
    new ConfigReader({
      monitoring: {
        grafana: grafana.map((one, index) => ({
          id: `g${index}`,
          url: `http://grafana-${index}`,
          ...one,
        })),
      },
    } as any),
  );
  const parsed = parseMonitoringSpec(
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'ingestor', annotations },
      spec: {},
    },
    {
      // eslint-disable-next-line no-template-curly-in-string
      defaultSelector: 'service="${{ name }}"',
      defaultWindow: { type: 'rolling', duration: 2_592_000 },
    },
  );
  return limitLinks(parsed, config.grafana);
}

describe('limitLinks', () => {
  it.each<[string, object[]]>([
    ['says nothing of it', [{}]],
    ['allows no folder and no tag', [{ linkedDashboards: { folders: [] } }]],
    ['allows them in another Grafana only', [{}, open]],
    ['has no Grafana', []],
  ])(
    'links no dashboard, and says why, where the operator %s',
    (_, grafana) => {
      const { value, problems } = limit(grafana);
      expect(value.dashboards).toEqual([]);
      expect(problems).toEqual([
        expect.objectContaining({
          annotation: 'monitoring/dashboards',
          severity: 'error',
        }),
      ]);
    },
  );

  it('leaves the links where the operator allows some', () => {
    const { value, problems } = limit([open]);
    expect(value.dashboards).toEqual([{ type: 'uid', value: 'abc' }]);
    expect(problems).toEqual([]);
  });

  it('says nothing to who links nothing', () => {
    expect(limit([{}], { 'monitoring/packs': 'http' }).problems).toEqual([]);
  });
});
