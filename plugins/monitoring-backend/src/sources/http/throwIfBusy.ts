import { pauseSeconds } from './pauseSeconds';
import { UpstreamAnswer } from './UpstreamAnswer';
import { UpstreamUnavailableError } from './UpstreamUnavailableError';

/** For one that does not say after how long to ask again. In milliseconds. */
const DEFAULT_WAIT = 5_000;

/**
 * Throws when an upstream has too much to do, or says when it will have time.
 *
 * @throws `UpstreamUnavailableError` when the answer is 429, or 503 with `Retry-After`
 */
export function throwIfBusy(
  name: string,
  { status, retryAfter }: UpstreamAnswer,
): void {
  if (status !== 429 && (status !== 503 || retryAfter === undefined)) {
    return;
  }
  const seconds = pauseSeconds(retryAfter);
  throw new UpstreamUnavailableError(
    `${name} takes no requests at the moment (${status}); try again ${
      seconds === undefined ? 'in a moment' : `in ${Math.max(1, seconds)} s`
    }`,
    seconds === undefined ? DEFAULT_WAIT : seconds * 1_000,
  );
}
