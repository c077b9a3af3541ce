import { CredentialsRefusedError } from './CredentialsRefusedError';
import { UpstreamAnswer } from './UpstreamAnswer';

/**
 * Throws when an upstream refuses *our* credentials. The caller's own rights are not at fault,
 * so it must not look like a 401 or 403 of ours, which would sign a person out.
 *
 * @throws {@link CredentialsRefusedError}
 */
export function throwIfCredentialsRefused(
  name: string,
  answer: UpstreamAnswer,
): void {
  if (answer.status === 401 || answer.status === 403) {
    throw new CredentialsRefusedError(
      `${name} refused the configured credentials (${answer.status}); check its auth in app-config`,
    );
  }
}
