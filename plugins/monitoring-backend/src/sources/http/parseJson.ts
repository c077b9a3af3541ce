import { ServiceUnavailableError } from '@backstage/errors';
import { UpstreamAnswer } from './UpstreamAnswer';

/**
 * Reads an answer that has to be JSON.
 *
 * @throws `ServiceUnavailableError` when it is not, as behind a login page or a wrong path
 */
export function parseJson(name: string, answer: UpstreamAnswer): unknown {
  try {
    return JSON.parse(answer.body);
  } catch {
    throw new ServiceUnavailableError(
      `${name} answered ${answer.status} with something that is not JSON; check its URL`,
    );
  }
}
