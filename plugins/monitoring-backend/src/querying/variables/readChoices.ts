import { LoggerService } from '@backstage/backend-plugin-api';
import {
  InputError,
  ServiceUnavailableError,
  stringifyError,
} from '@backstage/errors';
import {
  DashboardVariable,
  LabelMatcher,
  PromqlError,
  VariableOption,
  variableOptions,
} from '@sightline/backstage-plugin-monitoring-common';
import { PrometheusInstance } from '../PrometheusInstance';
import { TimeRange } from '../range';
import { MOST_VALUES, requestValues } from './requestValues';

/** What {@link readChoices} needs. */
export interface ReadChoicesOptions {
  range: TimeRange;
  /** The operator's matchers, carried by every request. */
  scope: LabelMatcher[];
  instance: PrometheusInstance;
  logger: LoggerService;
  signal?: AbortSignal;
  /** Puts the values of other variables into an expression. */
  fill(expression: string): string;
  /** Puts them into any other text, in one of Grafana's formats. */
  fillText(text: string, format: string): string;
}

/** What can be chosen, and what is to be told of it. */
export interface ReadChoices {
  /** Absent when they could not be read. */
  options?: VariableOption[];
  /** For people: why there are none, or not all. */
  problem?: string;
}

/**
 * Asks Prometheus for the choices of one query variable.
 *
 * @throws the signal's reason; nothing else
 */
export async function readChoices(
  definition: DashboardVariable,
  context: ReadChoicesOptions,
): Promise<ReadChoices> {
  const { query, regex } = definition;
  const { instance, range, scope, signal, fill, fillText } = context;
  try {
    const { values, isCut } = await requestValues(query, {
      client: instance.client,
      range,
      scope,
      signal,
      fill,
      fillName: text => fillText(text, 'raw'),
    });
    const { options, problem } = variableOptions(values, {
      sort: definition.sort,
      regex: regex && fillText(regex, 'regex'),
    });
    const notes = [
      ...(problem === undefined ? [] : [problem]),
      ...(isCut
        ? [
            `Only the first ${MOST_VALUES.toLocaleString(
              'en',
            )} values were read`,
          ]
        : []),
    ];
    return { options, ...(notes.length > 0 && { problem: notes.join('\n') }) };
  } catch (error) {
    signal?.throwIfAborted();
    return { problem: reasonOf(error, definition.name, context.logger) };
  }
}

/** Only errors that were made for people are shown to them. */
function reasonOf(error: unknown, name: string, logger: LoggerService): string {
  if (
    error instanceof InputError ||
    error instanceof PromqlError ||
    error instanceof ServiceUnavailableError
  ) {
    return error.message;
  }
  logger.error(
    `The values of the variable '${name}' could not be read: ${stringifyError(
      error,
    )}`,
  );
  return 'Its values could not be read; the backend’s log says why';
}
