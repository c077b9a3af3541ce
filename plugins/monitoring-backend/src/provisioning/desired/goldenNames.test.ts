import { ConfigReader } from '@backstage/config';
import { readMonitoringConfig } from '../../config';
import { anEntity, aSharingEntity } from '../__testUtils__/setUpReconciler';
import { desiredObjects } from './desiredObjects';

const CHANNELS = {
  channels: [{ name: 'media-slack', type: 'slack' as const }],
  default: [],
};

/** All by which a target, Prometheus or a person knows what stands there. */
function namesIn(alerts: 'grafana' | 'ruleFiles') {
  const { objects } = desiredObjects(
    [
      anEntity('ingestor', { 'monitoring/notify': 'media-slack' }, CHANNELS),
      aSharingEntity('gateway', { 'monitoring/provision': 'slos' }),
    ],
    readMonitoringConfig(
      new ConfigReader({
        monitoring: {
          prometheus: [{ id: 'default', url: 'http://prometheus' }],
          grafana: [{ id: 'default', url: 'http://grafana' }],
          notifications: {
            channels: [
              { name: 'media-slack', type: 'slack', url: 'https://hooks/x' },
            ],
          },
          provisioning: {
            alerts,
            ruleFiles: { directory: '/rules' },
            alertmanagerConfig: { file: '/alertmanager.yaml' },
          },
        },
      }),
    ),
  );
  const sorted = [...objects].sort((a, b) => (a.key < b.key ? -1 : 1));
  return sorted.map(({ key, uid, title, content }) => {
    const groups = (content.groups ?? [content]) as any[];
    const rules = groups.flatMap(group => group.rules ?? []);
    return [
      `${key} = ${uid} “${title}”`,
      ...groups.flatMap(({ name }) => (name ? [`group ${name}`] : [])),
      ...rules
        .filter(rule => rule.alert ?? rule.uid)
        .map(rule =>
          [
            'alert',
            rule.alert ?? `${rule.title} ${rule.uid}`,
            JSON.stringify(rule.labels),
            rule.notification_settings?.receiver,
          ].join(' '),
        ),
      ...(content.routes ? [JSON.stringify(content)] : []),
    ];
  });
}

// A changed name loses the state of alerts that fire, or leaves an object behind (design rule 13).
describe('names that have to stay for ever', () => {
  it.each(['ruleFiles', 'grafana'] as const)('are these in %s', alerts => {
    expect(namesIn(alerts)).toMatchSnapshot();
  });
});
