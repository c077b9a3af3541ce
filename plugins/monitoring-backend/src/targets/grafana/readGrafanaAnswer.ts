import {
  ConflictError,
  InputError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { parseJson, plainText, UpstreamAnswer } from '../../sources/http';

/** What Grafana says about its answer, without what must not be repeated. */
function messageOf({ body }: UpstreamAnswer, secrets: string[]): string {
  try {
    const message = secrets.reduce(
      (text, secret) => text.replaceAll(secret, '(secret)'),
      String(JSON.parse(body).message ?? ''),
    );
    return plainText(message);
  } catch {
    return '';
  }
}

/**
 * The JSON of an answer of Grafana's; `undefined` when it is empty.
 *
 * @param name - of the Grafana, for people
 * @param secrets - what was sent and must not be repeated
 * @throws an error of `@backstage/errors` that says what Grafana has against it
 */
export function readGrafanaAnswer(
  name: string,
  answer: UpstreamAnswer,
  secrets: string[] = [],
): unknown {
  const { status } = answer;
  if (status < 300) {
    return answer.body === '' ? undefined : parseJson(name, answer);
  }
  const message = messageOf(answer, secrets);
  const reason = message ? `: ${message}` : '';
  if (status === 401) {
    throw new ServiceUnavailableError(
      `${name} refused the configured credentials (401); check its auth in app-config`,
    );
  }
  if (status === 403) {
    throw new NotAllowedError(
      `${name} does not let its configured identity do this${reason}; it needs the role Editor`,
    );
  }
  if (status === 409 || status === 412) {
    throw new ConflictError(
      `${name} has it changed by someone else in the meantime${reason}`,
    );
  }
  if (status < 500) {
    throw new InputError(`${name} refuses what was sent (${status})${reason}`);
  }
  throw new ServiceUnavailableError(`${name} answered ${status}${reason}`);
}
