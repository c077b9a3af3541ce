import { ConflictError } from '@backstage/errors';
import { ActualObject } from '@sightline/backstage-plugin-monitoring-node';

/**
 * Of what carries no version: compares it with what was seen when the write was planned.
 *
 * @throws `ConflictError` when somebody else was faster
 */
export function assertUnchanged(
  what: string,
  now: ActualObject | undefined,
  seen: ActualObject | undefined,
): void {
  if (now?.hash !== seen?.hash || now?.obstacle !== seen?.obstacle) {
    throw new ConflictError(
      `${what} was changed by someone else in the meantime`,
    );
  }
}
