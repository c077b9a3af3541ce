import { ConfigReader } from '@backstage/config';
import { EntityNotification } from '@sightline/backstage-plugin-monitoring-common';
import { readMonitoringConfig } from '../../config';
import { MonitoredEntity } from '../../catalog';
import { anEntity } from '../__testUtils__/setUpReconciler';
import { desiredAlertmanagerConfig } from './desiredAlertmanagerConfig';
import { desiredObjects } from './desiredObjects';

function told(
  name: string,
  notifications: Pick<EntityNotification, 'channel' | 'severity'>[],
  annotations: Record<string, string> = {},
): MonitoredEntity {
  const entity = anEntity(name, annotations);
  return {
    ...entity,
    monitoring: {
      ...entity.monitoring,
      notifications: notifications.map(one => ({
        ...one,
        type: 'slack',
        from: 'annotation',
      })),
    },
  };
}

const SLACK = { channel: 'slack' };
const PAGER = { channel: 'pager', severity: 'critical' as const };

describe('desiredAlertmanagerConfig', () => {
  it('has a route per channel and severity, however many entities there are', () => {
    const { content } = desiredAlertmanagerConfig([
      told('b', [SLACK, PAGER]),
      told('a', [SLACK]),
    ]);
    expect(content).toEqual({
      routes: [
        {
          channel: 'pager',
          severity: 'critical',
          entities: ['component:default/b'],
        },
        {
          channel: 'slack',
          entities: ['component:default/a', 'component:default/b'],
        },
      ],
    });
  });

  it('is the same whatever the order of the entities', () => {
    const [a, b] = [told('a', [SLACK, PAGER]), told('b', [SLACK])];
    expect(desiredAlertmanagerConfig([a, b])).toEqual(
      desiredAlertmanagerConfig([b, a]),
    );
  });

  it('leaves out who wants no notifications', () => {
    const { content } = desiredAlertmanagerConfig([
      told('a', [SLACK], { 'monitoring/provision': 'alerts' }),
    ]);
    expect(content).toEqual({ routes: [] });
  });

  it('is kept as it is when not all entities are known', () => {
    const config = readMonitoringConfig(
      new ConfigReader({
        monitoring: { provisioning: { alertmanagerConfig: { file: '/a' } } },
      }),
    );
    const { objects, incomplete } = desiredObjects(
      [told('a', [SLACK])],
      config,
      { complete: false },
    );
    expect(objects.map(({ kind }) => kind)).toContain('alertmanager-config');
    expect([...incomplete]).toEqual([
      ['sightline/alertmanager', 'The catalog could not be read whole'],
    ]);
  });
});
