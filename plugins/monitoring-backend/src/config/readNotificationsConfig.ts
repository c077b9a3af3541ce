import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  NotifyReference,
  parseNotify,
} from '@sightline/backstage-plugin-monitoring-common';
import { readChannelSettings } from './readChannelSettings';
import { readMuteTimings } from './readMuteTimings';
import { ChannelConfig, MailServerConfig, NotificationsConfig } from './types';

const PATH = 'monitoring.notifications';

function readChannels(config: Config | undefined): ChannelConfig[] {
  const seen = new Set<string>();
  return (config?.getOptionalConfigArray('channels') ?? []).map(
    (channel, index) => {
      const path = `${PATH}.channels[${index}]`;
      const name = channel.getString('name');
      if (!/^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/.test(name)) {
        throw new InputError(
          `${path}.name is '${name}'; expected letters, digits, '-' and '_'`,
        );
      }
      if (seen.has(name)) {
        throw new InputError(`${path}.name '${name}' is used twice`);
      }
      seen.add(name);
      const settings = readChannelSettings(channel, path);
      return { name, type: settings.type, settings };
    },
  );
}

function readDefault(
  config: Config | undefined,
  channels: ChannelConfig[],
): NotifyReference[] {
  const names = config?.getOptionalStringArray('default') ?? [];
  if (names.length === 0) {
    return [];
  }
  const { value, problems } = parseNotify(
    names.join(', '),
    channels.map(({ name }) => name),
  );
  if (problems.length > 0) {
    throw new InputError(`${PATH}.default: ${problems[0].message}`);
  }
  return value;
}

function readMailServer(
  config: Config | undefined,
): MailServerConfig | undefined {
  const email = config?.getOptionalConfig('email');
  if (!email) {
    return undefined;
  }
  const smarthost = email.getString('smarthost');
  if (!/^\S+:\d+$/.test(smarthost)) {
    throw new InputError(
      `${PATH}.email.smarthost is '${smarthost}'; expected host:port such as mail.example.com:587`,
    );
  }
  return {
    from: email.getString('from'),
    smarthost,
    username: email.getOptionalString('username'),
    password: email.getOptionalString('password'),
    requireTls: email.getOptionalBoolean('requireTls') ?? true,
  };
}

/**
 * Reads `monitoring.notifications`.
 *
 * @throws `InputError` that names the key and what was expected; never a secret
 */
export function readNotificationsConfig(
  config: Config | undefined,
): NotificationsConfig {
  const channels = readChannels(config);
  return {
    channels,
    default: readDefault(config, channels),
    email: readMailServer(config),
    muteTimings: readMuteTimings(config),
  };
}
