/** `monitoring.notifications` of the demo: every channel ends in its log of notifications. */
export function demoNotifications(ports: {
  control: number;
  mail: number;
}): Record<string, unknown> {
  const sink = `http://localhost:${ports.control}/notifications`;
  return {
    channels: [
      { name: 'media-slack', type: 'slack', url: `${sink}/media-slack` },
      {
        name: 'media-email',
        type: 'email',
        addresses: ['media-email@example.com'],
      },
      {
        name: 'platform-webhook',
        type: 'webhook',
        url: `${sink}/platform-webhook`,
      },
    ],
    default: ['platform-webhook'],
    email: {
      from: 'sightline@example.com',
      smarthost: `localhost:${ports.mail}`,
      requireTls: false,
    },
  };
}
