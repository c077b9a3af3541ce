import { RetryLaterError } from '@sightline/backstage-plugin-monitoring-node';
import { UpstreamAnswer } from '../sources/http';

/** A `Retry-After` is a number of seconds or a date. */
function secondsUntil(retryAfter: string, now: Date): number | undefined {
  const seconds = /^\d+$/.test(retryAfter.trim())
    ? Number(retryAfter)
    : Math.ceil((Date.parse(retryAfter) - now.getTime()) / 1_000);
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
}

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
      retryAfter === undefined ? undefined : secondsUntil(retryAfter, now),
    );
  }
}
