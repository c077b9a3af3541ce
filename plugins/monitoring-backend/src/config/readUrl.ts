import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/**
 * Reads a base URL and drops its trailing slashes.
 *
 * @param options - `secret`: its text must not be said to anybody
 * @throws `InputError` when it is not an absolute http or https URL without credentials
 */
export function readUrl(
  config: Config,
  key: string,
  path: string,
  options: { secret?: boolean } = {},
): string {
  const text = config.getString(key);
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new InputError(
      `${path}.${key} is ${
        options.secret ? 'no address' : `'${text}'`
      }; expected an absolute URL such as http://prometheus:9090`,
    );
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new InputError(`${path}.${key} must start with http:// or https://`);
  }
  if (url.username || url.password) {
    throw new InputError(
      `${path}.${key} must not hold credentials; use ${path}.auth`,
    );
  }
  return text.replace(/\/+$/, '');
}
