import { ServiceUnavailableError } from '@backstage/errors';
import { ByteBudget } from './ByteBudget';
import { networkFailure } from './networkFailure';
import {
  BodiesTooLargeError,
  BodyTooLargeError,
  readBounded,
} from './readBounded';
import { UpstreamAnswer } from './UpstreamAnswer';
import { UpstreamUnavailableError } from './UpstreamUnavailableError';

/** How long large answers take to be read. In milliseconds. */
const READING_TIME = 5_000;

/**
 * Reads what an upstream sends back.
 *
 * @param name - of the upstream, for people
 * @throws `ServiceUnavailableError` when it is a redirect or too large; `NoAnswerError` when it does
 *   not come whole
 */
export async function readAnswer(
  fetching: () => Promise<Response>,
  options: { name: string; maxResponseBytes: number; budget: ByteBudget },
): Promise<UpstreamAnswer> {
  const { name, maxResponseBytes, budget } = options;
  try {
    const response = await fetching();
    await throwIfUnreadable(name, response);
    const retryAfter = response.headers.get('retry-after');
    const answeredAt = Date.parse(response.headers.get('date') ?? '');
    return {
      status: response.status,
      body: await readBounded(response, maxResponseBytes, budget),
      ...(retryAfter === null ? {} : { retryAfter }),
      ...(Number.isFinite(answeredAt) ? { answeredAt } : {}),
    };
  } catch (error) {
    if (error instanceof BodyTooLargeError) {
      throw new ServiceUnavailableError(
        `${name} answered more than ${maxResponseBytes} bytes; ask for less, or raise limits.maxResponseBytes`,
      );
    }
    if (error instanceof BodiesTooLargeError) {
      throw new UpstreamUnavailableError(
        `${name} sends too many large answers at once; ask for less, or try again in a moment`,
        READING_TIME,
      );
    }
    throw networkFailure(name, error);
  }
}

async function throwIfUnreadable(
  name: string,
  response: Response,
): Promise<void> {
  const { status, headers, body } = response;
  if (status >= 300 && status < 400) {
    await body?.cancel();
    throw new ServiceUnavailableError(
      `${name} answered with a redirect (${status}), which is not followed; configure the URL it redirects to`,
    );
  }
  // No server does this, and each layer may multiply what the one below holds.
  if (headers.get('content-encoding')?.includes(',')) {
    await body?.cancel();
    throw new ServiceUnavailableError(
      `${name} answered with a body that is compressed more than once, which is not read`,
    );
  }
}
