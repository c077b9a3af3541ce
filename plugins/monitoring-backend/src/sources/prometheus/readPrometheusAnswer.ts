import { InputError, ServiceUnavailableError } from '@backstage/errors';
import {
  parseJson,
  plainText,
  throwIfBusy,
  throwIfCredentialsRefused,
  UpstreamAnswer,
} from '../http';
import { RefusedAnswer } from './flavors';
import { QueryExecutionError } from './QueryExecutionError';

/** `data` and `warnings` of a successful answer. */
export interface PrometheusAnswer {
  data: unknown;
  warnings: string[];
  /** By the server's own clock, in Unix milliseconds; absent: it did not say. */
  answeredAt?: number;
}

const MAX_WARNINGS = 10;

const PARTIAL =
  'The answer is partial: some of the nodes that store data did not answer';

/** What stands between us and the server, or is special to it, knows better what is wrong. */
export interface AnswerExplanations {
  /** Of any answer. */
  answer?: (answer: UpstreamAnswer) => Error | undefined;
  /** Of a refusal. */
  refusal?: (refused: RefusedAnswer) => Error | undefined;
}

/**
 * Takes the envelope off an answer of the HTTP API.
 *
 * @param explain - is asked first
 * @throws `InputError` for what the query itself is to blame (`bad_data`), `QueryExecutionError`,
 *   which is one, for a query that cannot be run (`execution`); `ServiceUnavailableError` for
 *   everything else
 */
export function readPrometheusAnswer(
  name: string,
  answer: UpstreamAnswer,
  explain: AnswerExplanations = {},
): PrometheusAnswer {
  const explained =
    answer.status === 200 ? undefined : explanation(answer, explain);
  if (explained) {
    throw explained;
  }
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
    isPartial?: unknown;
  } | null;
  if (body?.status !== 'success') {
    throw new ServiceUnavailableError(
      `${name} answered 200 without a result; check that its URL is a Prometheus API`,
    );
  }
  return {
    data: body.data,
    // `infos` (3.x) are left out: they judge the style of an expression, not the answer.
    warnings: [
      // VictoriaMetrics has a word for it instead of a warning.
      ...(body.isPartial === true ? [PARTIAL] : []),
      ...texts(body.warnings),
    ].slice(0, MAX_WARNINGS),
    ...(answer.answeredAt !== undefined && { answeredAt: answer.answeredAt }),
  };
}

function explanation(
  answer: UpstreamAnswer,
  explain: AnswerExplanations,
): Error | undefined {
  const { status, body } = answer;
  return (
    explain.answer?.(answer) ?? explain.refusal?.({ status, ...errorOf(body) })
  );
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
