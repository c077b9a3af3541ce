import { BlockList, isIP } from 'node:net';
import { InputError } from '@backstage/errors';

/**
 * @param path - of the key, for people
 * @throws `InputError` when one is no address or range of them
 */
export function denyList(ranges: string[], path = 'denyAddresses'): BlockList {
  const denied = new BlockList();
  for (const range of ranges) {
    const [, address, bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(range) ?? [];
    const family = isIP(address ?? '');
    const most = family === 6 ? 128 : 32;
    const length = bits === undefined ? most : Number(bits);
    if (family === 0 || length > most) {
      throw new InputError(
        `${path} has '${range}'; expected an address or a range such as 169.254.0.0/16`,
      );
    }
    denied.addSubnet(address, length, family === 6 ? 'ipv6' : 'ipv4');
  }
  return denied;
}

/** Whether a text is an address on the list; a name of a host never is. */
export function isDenied(denied: BlockList, address: string): boolean {
  const family = isIP(address);
  return family !== 0 && denied.check(address, family === 6 ? 'ipv6' : 'ipv4');
}
