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

const NIGHTS = {
  name: 'nights',
  intervals: [{ times: [{ start_time: '00:00', end_time: '06:00' }] }],
};
const CONFIG = readMonitoringConfig(
  new ConfigReader({
    monitoring: {
      provisioning: { alertmanagerConfig: { file: '/a' } },
      notifications: {
        muteTimings: [
          NIGHTS,
          { name: 'weekend', intervals: [{ weekdays: ['sunday'] }] },
        ],
      },
    },
  }),
);
const SLACK = { channel: 'slack' };
const PAGER = { channel: 'pager', severity: 'critical' as const };

describe('desiredAlertmanagerConfig', () => {
  it('has a route per channel and severity, however many entities there are', () => {
    const { content } = desiredAlertmanagerConfig(
      [told('b', [SLACK, PAGER]), told('a', [SLACK])],
      CONFIG,
    );
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
    expect(desiredAlertmanagerConfig([a, b], CONFIG)).toEqual(
      desiredAlertmanagerConfig([b, a], CONFIG),
    );
  });

  it('leaves out who wants no notifications', () => {
    const { content } = desiredAlertmanagerConfig(
      [
        told('a', [SLACK], {
          'monitoring/provision': 'alerts',
          'monitoring/mute': 'nights',
        }),
      ],
      CONFIG,
    );
    expect(content).toEqual({ routes: [] });
  });

  it('names who tells nobody at times, and those times alone', () => {
    const nightly = told('a', [SLACK]);
    nightly.monitoring.spec.mute = [{ timing: 'nights', severity: 'warning' }];
    const { content } = desiredAlertmanagerConfig(
      [nightly, told('b', [SLACK])],
      CONFIG,
    );
    expect(content).toEqual({
      routes: [
        {
          channel: 'slack',
          entities: ['component:default/a', 'component:default/b'],
        },
      ],
      mutes: {
        'component:default/a': [{ timing: 'nights', severity: 'warning' }],
      },
      timings: [NIGHTS],
    });
  });

  it('knows a renamed entity by the name that its alerts have', () => {
    const renamed = told('new', [SLACK]);
    renamed.monitoring.spec.renamedFrom = 'component:default/old';
    const { content } = desiredAlertmanagerConfig([renamed], CONFIG);
    expect(content).toEqual({
      routes: [{ channel: 'slack', entities: ['component:default/old'] }],
    });
  });

  it('is kept as it is when not all entities are known', () => {
    const { objects, incomplete } = desiredObjects(
      [told('a', [SLACK])],
      CONFIG,
      { complete: false },
    );
    expect(objects.map(({ kind }) => kind)).toContain('alertmanager-config');
    expect([...incomplete]).toEqual([
      ['sightline/alertmanager', 'The catalog could not be read whole'],
    ]);
  });
});
