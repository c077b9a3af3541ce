import { ConfigReader } from '@backstage/config';
import { readMonitoringConfig } from './readMonitoringConfig';

function read(notifications: object, provisioning: object = {}) {
  return readMonitoringConfig(
    new ConfigReader({ monitoring: { notifications, provisioning } as any }),
  );
}

const SLACK = { name: 'media-slack', type: 'slack', url: 'https://hooks/T0' };

describe('monitoring.notifications', () => {
  it('reads each type of channel with its settings', () => {
    const { notifications } = read({
      channels: [
        SLACK,
        { name: 'bot', type: 'slack', token: 'xoxb', channel: '#media' },
        { name: 'mail', type: 'email', addresses: ['a@b.example'] },
        {
          name: 'hook',
          type: 'webhook',
          url: 'https://hook/',
          auth: { method: 'bearer', token: 't' },
        },
        { name: 'pager', type: 'pagerduty', routingKey: 'r' },
        { name: 'genie', type: 'opsgenie', apiKey: 'k', url: 'https://eu/' },
        { name: 'teams', type: 'teams', url: 'https://teams/x' },
        { name: 'chat', type: 'googlechat', url: 'https://chat/x' },
      ],
      default: ['media-slack', 'mail[critical]'],
      email: { from: 'sightline@b.example', smarthost: 'mail:25' },
    });
    expect(notifications.channels.map(({ settings }) => settings)).toEqual([
      { type: 'slack', url: 'https://hooks/T0' },
      {
        type: 'slack',
        token: 'xoxb',
        channel: '#media',
        apiUrl: 'https://slack.com/api/chat.postMessage',
      },
      { type: 'email', addresses: ['a@b.example'] },
      {
        type: 'webhook',
        url: 'https://hook',
        auth: { method: 'bearer', token: 't' },
      },
      { type: 'pagerduty', routingKey: 'r' },
      { type: 'opsgenie', apiKey: 'k', url: 'https://eu' },
      { type: 'teams', url: 'https://teams/x' },
      { type: 'googlechat', url: 'https://chat/x' },
    ]);
    expect(notifications.default).toEqual([
      { channel: 'media-slack' },
      { channel: 'mail', severity: 'critical' },
    ]);
    expect(notifications.email?.requireTls).toBe(true);
  });

  it('is empty when nothing is said', () => {
    const { notifications } = readMonitoringConfig(new ConfigReader({}));
    expect(notifications).toEqual({
      channels: [],
      default: [],
      muteTimings: [],
    });
  });

  it.each([
    [
      { channels: [SLACK, SLACK] },
      "monitoring.notifications.channels[1].name 'media-slack' is used twice",
    ],
    [
      { channels: [{ ...SLACK, name: 'a b' }] },
      "channels[0].name is 'a b'; expected letters",
    ],
    [
      { channels: [{ ...SLACK, type: 'fax' }] },
      "channels[0].type is 'fax'; expected one of email, slack,",
    ],
    [
      { channels: [{ name: 'a', type: 'slack' }] },
      'channels[0] needs either url, of an incoming webhook, or token',
    ],
    [
      { channels: [{ name: 'a', type: 'email', addresses: ['x'] }] },
      "channels[0].addresses holds 'x'",
    ],
    [
      { channels: [{ name: 'a', type: 'email', addresses: [] }] },
      'channels[0].addresses is empty',
    ],
    [
      { channels: [SLACK], default: ['media-slak'] },
      "monitoring.notifications.default: No channel 'media-slak' is configured; did you mean 'media-slack'?",
    ],
    [
      { email: { from: 'a@b', smarthost: 'mail' } },
      "email.smarthost is 'mail'; expected host:port",
    ],
  ])('refuses %j', (notifications, message) => {
    expect(() => read(notifications)).toThrow(message);
  });

  it('says nothing secret of a channel that it refuses', () => {
    const url = 'not an address T0/B0/secret';
    expect(() => read({ channels: [{ ...SLACK, url }] })).toThrow(
      /channels\[0\]\.url/,
    );
    expect(() => read({ channels: [{ ...SLACK, url }] })).not.toThrow(/secret/);
  });
});

describe('monitoring.provisioning.alertmanagerConfig', () => {
  it('is read with its defaults', () => {
    expect(
      read({}, { alertmanagerConfig: { file: '/etc/alertmanager.yml' } })
        .provisioning.alertmanagerConfig,
    ).toEqual({
      file: '/etc/alertmanager.yml',
      auth: { method: 'none' },
      version: [0, 25],
    });
  });

  it('reads the permissions of the file in octal', () => {
    const fileMode = (text: string) =>
      read({}, { alertmanagerConfig: { file: 'a', fileMode: text } })
        .provisioning.alertmanagerConfig?.fileMode;
    expect(fileMode('0640')).toBe(0o640);
    expect(fileMode('644')).toBe(0o644);
  });

  it.each([
    [{ file: 'a', fileMode: '0440' }, /fileMode is '0440'.*'0640'/],
    [{ file: 'a', fileMode: '0o640' }, /fileMode/],
    [{ file: 'a', fileMode: 640 }, /fileMode/],
    [{ file: 'a', base: 'a' }, /base .* are the same/],
    [{ file: 'a', base: './b/../a' }, /base .* are the same/],
    [{ file: 'a', version: 'new' }, /version is 'new'/],
  ])('refuses %j', (alertmanagerConfig, message) => {
    expect(() => read({}, { alertmanagerConfig })).toThrow(message);
  });
});
