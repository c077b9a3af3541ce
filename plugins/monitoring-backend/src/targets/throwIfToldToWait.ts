import { RetryLaterError } from '@sightline/backstage-plugin-monitoring-node';
import { retryAfterSeconds, UpstreamAnswer } from '../sources/http';

/**
 * @param name - of who answered, for people
 * @param options - `reason`: what it says about it
 * @throws `RetryLaterError` when the answer is 429, or 503 with `Retry-After`
 */
export function throwIfToldToWait(
  name: string,
  { status, retryAfter }: UpstreamAnswer,
  { now = new Date(), reason }: { now?: Date; reason?: string } = {},
): void {
  if (status === 429 || (status === 503 && retryAfter !== undefined)) {
    throw new RetryLaterError(
      `${name} asks to be left in peace for a while (${status})${
        reason ? `: ${reason}` : ''
      }; the next run that is due tries again`,
      retryAfter === undefined ? undefined : retryAfterSeconds(retryAfter, now),
    );
  }
}
