import { ServiceUnavailableError } from '@backstage/errors';

/** An upstream is not asked now, and may well be in a moment: a 503 with `Retry-After`. */
export class UpstreamUnavailableError extends ServiceUnavailableError {
  /** Whole seconds, at least 1. */
  readonly retryAfterSeconds: number;

  /** @param milliseconds - until it is worth asking again */
  constructor(message: string, milliseconds: number) {
    super(message);
    this.retryAfterSeconds = Math.max(1, Math.ceil(milliseconds / 1_000));
  }
}
