import { Channels, resolveNotifications } from './resolveNotifications';

const channels: Channels = {
  channels: [
    { name: 'media-slack', type: 'slack' },
    { name: 'media-email', type: 'email' },
    { name: 'chat', type: 'googlechat' },
  ],
  default: [{ channel: 'media-email', severity: 'critical' }],
  unreachable: { googlechat: 'There is no way there' },
};

describe('resolveNotifications', () => {
  it('takes the channels that the entity names', () => {
    expect(
      resolveNotifications(
        {
          notify: [
            { channel: 'media-slack' },
            { channel: 'media-email', severity: 'warning' },
          ],
        },
        channels,
      ),
    ).toEqual({
      notifications: [
        { channel: 'media-slack', type: 'slack', from: 'annotation' },
        {
          channel: 'media-email',
          type: 'email',
          severity: 'warning',
          from: 'annotation',
        },
      ],
      problems: [],
    });
  });

  it('takes the default where it names none', () => {
    expect(
      resolveNotifications({ notify: [] }, channels).notifications,
    ).toEqual([
      {
        channel: 'media-email',
        type: 'email',
        severity: 'critical',
        from: 'default',
      },
    ]);
  });

  it('says why nobody is told over a channel that cannot be reached', () => {
    const { notifications, problems } = resolveNotifications(
      { notify: [{ channel: 'chat' }, { channel: 'media-slack' }] },
      channels,
    );
    expect(notifications.map(({ channel }) => channel)).toEqual([
      'media-slack',
    ]);
    expect(problems).toEqual([
      {
        annotation: 'monitoring/notify',
        severity: 'warning',
        message: "Nobody is told over 'chat': There is no way there",
        example: 'media-slack',
      },
    ]);
  });
});
