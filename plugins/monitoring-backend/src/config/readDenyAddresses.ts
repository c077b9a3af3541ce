import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { denyList, isDenied } from './denyList';

/**
 * Reads addresses that an upstream must not be at: `169.254.0.0/16`, `fe80::/10`, `10.0.0.1`.
 *
 * @param url - of the upstream
 * @throws `InputError` when one is no address or range of them, or the URL already is one
 */
export function readDenyAddresses(
  instance: Config,
  url: string,
  path: string,
): { denyAddresses?: string[] } {
  const denyAddresses = instance.getOptionalStringArray('denyAddresses');
  if (!denyAddresses) {
    return {};
  }
  const denied = denyList(denyAddresses, `${path}.denyAddresses`);
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '');
  if (isDenied(denied, host)) {
    throw new InputError(
      `${path}.url is at an address that ${path}.denyAddresses holds`,
    );
  }
  return { denyAddresses };
}
