import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { NotificationChannelType } from '@sightline/backstage-plugin-monitoring-common';
import { readUpstreamAuth } from './readUpstreamAuth';
import { readUrl } from './readUrl';
import { ChannelSettings } from './types';

const SLACK_API = 'https://slack.com/api/chat.postMessage';
/** The address of an incoming webhook is its key. */
const SECRET = { secret: true };
const ADDRESS = /^[^\s@,]+@[^\s@,]+$/;

function readAddresses(channel: Config, path: string): string[] {
  const addresses = channel.getStringArray('addresses');
  const wrong = addresses.find(address => !ADDRESS.test(address));
  if (addresses.length === 0 || wrong !== undefined) {
    throw new InputError(
      `${path}.addresses ${
        wrong === undefined ? 'is empty' : `holds '${wrong}'`
      }; expected addresses such as media@example.com`,
    );
  }
  return addresses;
}

function readSlack(channel: Config, path: string): ChannelSettings {
  if (channel.has('token') === channel.has('url')) {
    throw new InputError(
      `${path} needs either url, of an incoming webhook, or token and channel`,
    );
  }
  return channel.has('url')
    ? { type: 'slack', url: readUrl(channel, 'url', path, SECRET) }
    : {
        type: 'slack',
        token: channel.getString('token'),
        channel: channel.getString('channel'),
        apiUrl: channel.has('apiUrl')
          ? readUrl(channel, 'apiUrl', path)
          : SLACK_API,
      };
}

function optionalUrl(channel: Config, path: string): { url?: string } {
  return channel.has('url')
    ? { url: readUrl(channel, 'url', path, SECRET) }
    : {};
}

const READERS: Record<
  NotificationChannelType,
  (channel: Config, path: string) => ChannelSettings
> = {
  email: (channel, path) => ({
    type: 'email',
    addresses: readAddresses(channel, path),
  }),
  slack: readSlack,
  webhook: (channel, path) => ({
    type: 'webhook',
    url: readUrl(channel, 'url', path, SECRET),
    auth: readUpstreamAuth(channel, {
      path,
      methods: ['none', 'bearer', 'basic'],
    }),
  }),
  pagerduty: (channel, path) => ({
    type: 'pagerduty',
    routingKey: channel.getString('routingKey'),
    ...optionalUrl(channel, path),
  }),
  opsgenie: (channel, path) => ({
    type: 'opsgenie',
    apiKey: channel.getString('apiKey'),
    ...optionalUrl(channel, path),
  }),
  teams: (channel, path) => ({
    type: 'teams',
    url: readUrl(channel, 'url', path, SECRET),
  }),
  googlechat: (channel, path) => ({
    type: 'googlechat',
    url: readUrl(channel, 'url', path, SECRET),
  }),
};

/**
 * Reads where the messages of one channel go.
 *
 * @throws `InputError` for a type that is not known, or settings that do not fit it
 */
export function readChannelSettings(
  channel: Config,
  path: string,
): ChannelSettings {
  const type = channel.getString('type');
  const read = Object.hasOwn(READERS, type)
    ? READERS[type as NotificationChannelType]
    : undefined;
  if (!read) {
    throw new InputError(
      `${path}.type is '${type}'; expected one of ${Object.keys(READERS).join(
        ', ',
      )}`,
    );
  }
  return read(channel, path);
}
