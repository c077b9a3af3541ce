import { ServiceUnavailableError } from '@backstage/errors';

/**
 * A target asked to be left in peace for a while: 429, or 503 with `Retry-After`.
 *
 * @public
 */
export class RetryLaterError extends ServiceUnavailableError {
  constructor(
    message: string,
    /** In seconds; absent when the target did not say. */
    readonly retryAfter?: number,
  ) {
    super(message);
  }
}
