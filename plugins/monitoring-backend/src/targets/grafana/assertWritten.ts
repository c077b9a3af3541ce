import { ConflictError } from '@backstage/errors';
import {
  ActualObject,
  DesiredObject,
} from '@sightline/backstage-plugin-monitoring-node';

/**
 * Of what carries no version: looks at it after a write.
 *
 * @throws `ConflictError` when something else stands there
 */
export function assertWritten(
  what: string,
  now: ActualObject | undefined,
  wanted: DesiredObject,
): void {
  if (now?.hash !== wanted.hash) {
    throw new ConflictError(
      `${what} does not stand in Grafana as it was written; somebody may have been faster`,
    );
  }
}
