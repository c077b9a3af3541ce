import { InputError } from '@backstage/errors';
import {
  enforceMatchers,
  formatLabelMatchers,
  isSelector,
  LabelMatcher,
  parseVariableQuery,
  VariableQuery,
} from '@sightline/backstage-plugin-monitoring-common';
import { PrometheusSample, PrometheusSeriesQuery } from '../../sources';
import { TimeRange } from '../range';
import { QueryClient } from '../QueryClient';

/** Entries that are read for one variable: more are none that people look through. */
export const MOST_VALUES = 10_000;

/** Answers are shared by all who ask within the same minute, in milliseconds. */
const GRID = 60_000;
const LABEL = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** What {@link requestValues} needs. */
export interface RequestValuesOptions {
  client: QueryClient;
  range: TimeRange;
  /** The operator's matchers, carried by every request. */
  scope: LabelMatcher[];
  /** Fills variables into a part of PromQL; throws when a value would change it. */
  fill: (expression: string) => string;
  /** Fills variables into a name. */
  fillName: (text: string) => string;
  signal?: AbortSignal;
}

/** What a query variable's query found. */
export interface FoundValues {
  values: string[];
  /** Whether there are more than {@link MOST_VALUES}. */
  isCut: boolean;
}

/**
 * Asks Prometheus what a variable's query asks for, within the operator's scope.
 *
 * @throws `InputError` for a query that is none, and for a value that would change it
 * @throws `PromqlError` when it cannot be parsed
 * @throws `ServiceUnavailableError` when Prometheus does not answer
 */
export async function requestValues(
  query: string,
  options: RequestValuesOptions,
): Promise<FoundValues> {
  const parsed = parseVariableQuery(query);
  if (!parsed) {
    throw new InputError('Its query asks for nothing');
  }
  const values = await valuesOf(parsed, options);
  return {
    values: values.slice(0, MOST_VALUES),
    isCut: values.length > MOST_VALUES,
  };
}

async function valuesOf(
  query: VariableQuery,
  options: RequestValuesOptions,
): Promise<string[]> {
  const { client, range, scope, fill, fillName, signal } = options;
  const within = (selector?: string) => seriesQuery(selector, range, scope);
  switch (query.kind) {
    case 'label-values': {
      const { texts } = await client.labelValues(
        labelName(fillName(query.label)),
        within(query.series && fill(query.series)),
        { signal },
      );
      return texts;
    }
    case 'label-names': {
      const { metric } = query;
      const { texts } = await client.labelNames(
        within(metric && fill(`{__name__=~".*${metric}.*"}`)),
        { signal },
      );
      return metric ? texts.filter(text => text !== '__name__') : texts;
    }
    case 'metrics': {
      const selector = fill(`{__name__=~"${query.pattern}"}`);
      const { texts } = await client.labelValues('__name__', within(selector), {
        signal,
      });
      return texts;
    }
    case 'series': {
      const { series } = await client.series(within(fill(query.selector)), {
        signal,
      });
      return series.map(seriesText);
    }
    default: {
      const expression = enforceMatchers(fill(query.expression), scope);
      const { samples, resultType } = await client.query(
        { query: expression, time: onGrid(range.to) },
        { signal },
      );
      return samples.map(sample =>
        resultType === 'scalar' ? numberText(sample.value) : resultText(sample),
      );
    }
  }
}

/**
 * The series that fit a selector and the operator's scope.
 *
 * @throws `InputError` for an expression that is no selector
 */
export function seriesQuery(
  selector: string | undefined,
  range: TimeRange,
  scope: LabelMatcher[],
): PrometheusSeriesQuery {
  if (selector !== undefined && !isSelector(selector)) {
    throw new InputError(
      `'${selector.slice(
        0,
        80,
      )}' is no selector of series, such as up{job="api"}`,
    );
  }
  const scoped =
    selector === undefined
      ? scope.length > 0 && `{${formatLabelMatchers(scope)}}`
      : enforceMatchers(selector, scope);
  return {
    ...(scoped && { match: [scoped] }),
    start: onGrid(range.from),
    end: Math.max(onGrid(range.to), onGrid(range.from)),
    limit: MOST_VALUES + 1,
  };
}

/** @throws `InputError` when a text is no name of a label */
export function labelName(text: string): string {
  if (!LABEL.test(text)) {
    throw new InputError(`'${text.slice(0, 80)}' is no name of a label`);
  }
  return text;
}

function onGrid(time: number): number {
  return (Math.floor(time / GRID) * GRID) / 1_000;
}

/** A series as dashboards' regular expressions expect it. */
function seriesText(labels: Record<string, string>): string {
  const { __name__: name = '', ...rest } = labels;
  const texts = Object.entries(rest).map(
    ([label, value]) => `${label}="${value}"`,
  );
  return `${name}{${texts.join(',')}}`;
}

/** A result: its series, value, and time in milliseconds. */
function resultText({ labels, value, time }: PrometheusSample): string {
  return `${seriesText(labels)} ${numberText(value)} ${time * 1_000}`;
}

/** A number as Prometheus writes it. */
function numberText(value: number): string {
  if (Number.isNaN(value) || Number.isFinite(value)) {
    return String(value).replace(/e([+-])(\d)$/, 'e$10$2');
  }
  return value > 0 ? '+Inf' : '-Inf';
}
