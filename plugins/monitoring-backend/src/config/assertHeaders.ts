import { InputError } from '@backstage/errors';

const NAME = /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/;

/** Printable; a line break would begin another header. */
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

/** Are of the connection or the body, which whoever sends the request writes. */
const RESERVED = new Set([
  'connection',
  'content-length',
  'content-type',
  'expect',
  'host',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/**
 * @param path - of the value, for people; the value is a secret
 * @throws `InputError` when it cannot be sent in a header
 */
export function assertHeaderValue(value: unknown, path: string): void {
  if (typeof value !== 'string' || !VALUE.test(value)) {
    throw new InputError(
      `${path} cannot be sent in a header: it ${
        typeof value === 'string' && /[\r\n]/.test(value)
          ? 'has a line break'
          : 'is no text, or has characters that are not printable'
      }`,
    );
  }
}

/** @throws `InputError` when a header has no name that may be configured, or no value */
export function assertHeaders(
  headers: Record<string, unknown>,
  path: string,
): void {
  for (const [name, value] of Object.entries(headers)) {
    if (!NAME.test(name) || RESERVED.has(name.toLowerCase())) {
      throw new InputError(
        `${path} has '${name.slice(
          0,
          80,
        )}'; expected names of headers, without those of the connection and of the body`,
      );
    }
    assertHeaderValue(value, `${path}.${name}`);
  }
}
