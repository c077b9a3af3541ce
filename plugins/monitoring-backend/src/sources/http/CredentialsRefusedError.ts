import { ServiceUnavailableError } from '@backstage/errors';

/**
 * An upstream does not let us in (any more). For callers it is like one that is away, but what it
 * told before is not ours to show either.
 */
export class CredentialsRefusedError extends ServiceUnavailableError {}
