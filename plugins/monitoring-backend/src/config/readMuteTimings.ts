import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { readTimeInterval } from './readTimeInterval';
import { MuteTimingConfig } from './types';

const PATH = 'monitoring.notifications.muteTimings';

/**
 * Reads `monitoring.notifications.muteTimings`.
 *
 * @throws `InputError` that names the key and what was expected
 */
export function readMuteTimings(
  notifications: Config | undefined,
): MuteTimingConfig[] {
  const seen = new Set<string>();
  return (notifications?.getOptionalConfigArray('muteTimings') ?? []).map(
    (timing, index) => {
      const path = `${PATH}[${index}]`;
      const name = timing.getString('name');
      if (!/^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/.test(name)) {
        throw new InputError(
          `${path}.name is '${name}'; expected letters, digits, '-' and '_'`,
        );
      }
      if (seen.has(name)) {
        throw new InputError(`${path}.name '${name}' is used twice`);
      }
      seen.add(name);
      const intervals = timing
        .getConfigArray('intervals')
        .map((interval, at) =>
          readTimeInterval(interval, `${path}.intervals[${at}]`),
        );
      if (intervals.length === 0) {
        throw new InputError(
          `${path}.intervals is empty; expected at least one, such as { weekdays: ['saturday', 'sunday'] }`,
        );
      }
      return { name, intervals };
    },
  );
}
