import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/**
 * Reads the name of a time zone.
 *
 * @param path - of the section, for messages
 * @throws `InputError` that names the key and what was expected
 */
export function readTimeZone(
  config: Config,
  key: string,
  path: string,
): string | undefined {
  const timeZone = config.getOptionalString(key);
  if (timeZone !== undefined) {
    try {
      Intl.DateTimeFormat('en', { timeZone });
    } catch {
      throw new InputError(
        `${path}.${key} is '${timeZone}'; expected the name of a time zone such as Europe/Berlin`,
      );
    }
  }
  return timeZone;
}
