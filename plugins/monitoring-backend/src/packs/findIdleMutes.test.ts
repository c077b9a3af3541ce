import {
  EntityNotification,
  MonitoringSpec,
} from '@sightline/backstage-plugin-monitoring-common';
import { MonitoringConfig } from '../config';
import { findIdleMutes } from './findIdleMutes';

const SLACK: EntityNotification = {
  channel: 'slack',
  type: 'slack',
  from: 'annotation',
};

function find(
  provisioning: object,
  options: { told?: EntityNotification[]; spec?: Partial<MonitoringSpec> } = {},
) {
  const spec = {
    mute: [{ timing: 'weekends' }],
    provision: ['alerts', 'notifications'],
    ...options.spec,
  } as MonitoringSpec;
  return findIdleMutes(spec, options.told ?? [SLACK], {
    provisioning: provisioning as MonitoringConfig['provisioning'],
  }).map(({ message }) => message);
}

const FILE = { file: '/alertmanager.yml' };

describe('findIdleMutes', () => {
  it.each<[object, Parameters<typeof find>[1]]>([
    [{ alerts: 'grafana' }, {}],
    [{ alerts: 'ruleFiles', alertmanagerConfig: FILE }, { told: [] }],
    [{ alerts: 'mimir' }, { spec: { mute: [] } }],
  ])('says nothing where %o mutes, or nothing is asked', (config, options) => {
    expect(find(config, options)).toEqual([]);
  });

  it.each<[RegExp, object, Parameters<typeof find>[1]]>([
    [/tells no channel/, { alerts: 'grafana' }, { told: [] }],
    [/does not write Alertmanager/, { alerts: 'ruleFiles' }, {}],
    [
      /leaves notifications out/,
      { alerts: 'grafana' },
      { spec: { provision: ['alerts'] } },
    ],
  ])('says %s', (message, config, options) => {
    expect(find(config, options)).toEqual([expect.stringMatching(message)]);
  });
});
