import { InputError, ServiceUnavailableError } from '@backstage/errors';
import {
  parseJson,
  plainText,
  throwIfBusy,
  throwIfCredentialsRefused,
  UpstreamAnswer,
} from '../http';
import { QueryExecutionError } from './QueryExecutionError';

/** `data` and `warnings` of a successful answer. */
export interface PrometheusAnswer {
  data: unknown;
  warnings: string[];
}

const MAX_WARNINGS = 10;

/**
 * Takes the envelope off an answer of the HTTP API.
 *
 * @throws `InputError` for what the query itself is to blame (`bad_data`), `QueryExecutionError`,
 *   which is one, for a query that cannot be run (`execution`); `ServiceUnavailableError` for
 *   everything else
 */
export function readPrometheusAnswer(
  name: string,
  answer: UpstreamAnswer,
): PrometheusAnswer {
  throwIfCredentialsRefused(name, answer);
  throwIfBusy(name, answer);
  if (answer.status === 204) {
    // To exemplars of an expression without a selector.
    return { data: undefined, warnings: [] };
  }
  if (answer.status !== 200) {
    throw failure(name, answer);
  }
  const body = parseJson(name, answer) as {
    status?: string;
    data?: unknown;
    warnings?: unknown;
  } | null;
  if (body?.status !== 'success') {
    throw new ServiceUnavailableError(
      `${name} answered 200 without a result; check that its URL is a Prometheus API`,
    );
  }
  return {
    data: body.data,
    // `infos` (3.x) are left out: they judge the style of an expression, not the answer.
    warnings: texts(body.warnings).slice(0, MAX_WARNINGS),
  };
}

function failure(name: string, { status, body }: UpstreamAnswer): Error {
  const { errorType, text } = errorOf(body);
  switch (errorType) {
    case 'bad_data':
      return new InputError(`${name} cannot read the query: ${text}`);
    case 'execution':
      return new QueryExecutionError(`${name} cannot run the query: ${text}`);
    case 'timeout':
      return new ServiceUnavailableError(
        `${name} gave up the query because it took too long`,
      );
    default:
      return new ServiceUnavailableError(
        text
          ? `${name} answered ${status}: ${text}`
          : `${name} answered ${status}`,
      );
  }
}

/** Errors of the API are JSON; those of the server itself (404, 405, starting up) plain text. */
function errorOf(body: string): { errorType?: string; text: string } {
  try {
    const { errorType, error } = JSON.parse(body);
    return { errorType, text: plainText(String(error ?? '')) };
  } catch {
    return { text: body.trimStart().startsWith('<') ? '' : plainText(body) };
  }
}

function texts(value: unknown): string[] {
  return Array.isArray(value)
    ? value
        .filter((text): text is string => typeof text === 'string')
        .map(text => plainText(text))
    : [];
}
