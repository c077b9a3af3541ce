import { ConfigReader } from '@backstage/config';
import { readMonitoringConfig } from '../config';
import { unreachableChannels } from './unreachableChannels';

function unreachable(provisioning: object, notifications: object = {}) {
  return Object.keys(
    unreachableChannels(
      readMonitoringConfig(
        new ConfigReader({
          monitoring: {
            grafana: [{ id: 'default', url: 'http://grafana' }],
            notifications,
            provisioning: {
              ruleFiles: { directory: '/rules' },
              ...provisioning,
            },
          } as any,
        }),
      ),
    ) ?? {},
  ).sort();
}

const FILE = { file: '/etc/alertmanager.yml' };
const email = { from: 'a@b.example', smarthost: 'mail:25' };

describe('unreachableChannels', () => {
  it.each([
    [
      '0.25, without a mail server',
      undefined,
      {},
      ['email', 'googlechat', 'teams'],
    ],
    ['0.25', undefined, { email }, ['googlechat', 'teams']],
    ['0.28', '0.28.1', { email }, ['googlechat']],
    ['1.0', 'v1.0', { email }, ['googlechat']],
  ])(
    'are those that Alertmanager %s has no way to',
    (_what, version, notifications, expected) => {
      expect(
        unreachable(
          { alertmanagerConfig: { ...FILE, version } },
          notifications,
        ),
      ).toEqual(expected);
    },
  );

  it('are none where Grafana sends, or nobody whom we configure', () => {
    expect(
      unreachable({ alerts: 'grafana', alertmanagerConfig: FILE }),
    ).toEqual([]);
    expect(unreachable({})).toEqual([]);
  });
});
