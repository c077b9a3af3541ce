import { ServiceUnavailableError } from '@backstage/errors';

/**
 * Reads what has to be a list; servers answer `null` or nothing for an empty one.
 *
 * @throws `ServiceUnavailableError` when it is something else
 */
export function listOf(name: string, data: unknown): unknown[] {
  const list = data ?? [];
  if (!Array.isArray(list)) {
    throw new ServiceUnavailableError(
      `${name} answered something other than a list`,
    );
  }
  return list;
}
