import { ConfigReader } from '@backstage/config';
import { readMonitoringConfig } from '../../config';
import { anEntity } from '../__testUtils__/setUpReconciler';
import { desiredObjects } from './desiredObjects';

const CHANNELS = {
  channels: [{ name: 'media-slack', type: 'slack' as const }],
  default: [],
};

function desired(
  annotations: Record<string, string> = {},
  provisioning: object = {},
) {
  const { objects } = desiredObjects(
    [
      anEntity(
        'ingestor',
        { 'monitoring/notify': 'media-slack', ...annotations },
        CHANNELS,
      ),
    ],
    readMonitoringConfig(
      new ConfigReader({
        monitoring: {
          prometheus: [{ id: 'default', url: 'http://prometheus' }],
          grafana: [
            { id: 'default', url: 'http://grafana', datasource: 'prom' },
          ],
          notifications: {
            channels: [
              { name: 'media-slack', type: 'slack', url: 'https://hooks/x' },
            ],
          },
          provisioning: {
            dashboards: 'none',
            alerts: 'none',
            slos: 'grafana',
            ...provisioning,
          },
        },
      }),
    ),
  );
  return objects;
}

const rulesOf = (objects: ReturnType<typeof desired>) =>
  objects.find(({ kind }) => kind === 'slo-rule-group')!.content.rules as any[];

describe('SLO alerts in a Grafana', () => {
  it('ask its data source, are told to the contact points of their severity, and fire for what is there', () => {
    const objects = desired();
    expect(objects.map(({ uid }) => uid)).toEqual([
      expect.stringMatching(/^sl-/),
      'sightline:slos:component:default/ingestor',
      expect.any(String),
      expect.any(String),
    ]);
    const rules = rulesOf(objects);
    expect(
      rules.map(({ notification_settings: told }) => told.receiver),
    ).toEqual([
      'sightline:critical:component:default/ingestor',
      'sightline:warning:component:default/ingestor',
    ]);
    for (const { data, noDataState, annotations } of rules) {
      expect(data[0]).toMatchObject({ datasourceUid: 'prom' });
      expect(data[1].model.expression).toBe('$A > 0');
      expect(noDataState).toBe('OK');
      expect(JSON.stringify(annotations)).not.toMatch(/\$value\b/);
    }
  });

  it('make no contact points for alerts that are elsewhere', () => {
    const kinds = desired({ 'monitoring/provision': 'alerts, notifications' });
    expect(kinds).toEqual([]);
  });
});
