import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/**
 * Reads a whole number.
 *
 * @throws `InputError` when it is none, or smaller than `minimum`
 */
export function readCount(
  config: Config | undefined,
  key: string,
  options: { path: string; default: number; minimum: number },
): number {
  const count = config?.getOptionalNumber(key) ?? options.default;
  if (!Number.isSafeInteger(count) || count < options.minimum) {
    throw new InputError(
      `${options.path}.${key} is ${count}; expected a whole number from ${options.minimum} on`,
    );
  }
  return count;
}
