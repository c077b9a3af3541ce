import { ServiceUnavailableError } from '@backstage/errors';
import { PrometheusAnswer } from './readPrometheusAnswer';
import { parseSampleValue } from './parseSampleValue';
import {
  PrometheusInstantResult,
  PrometheusRangeResult,
} from './PrometheusClient';

type Point = [number, string];

interface WireSeries {
  metric: Record<string, string>;
  value?: Point;
  values?: Point[];
}

const HISTOGRAM_NOTICE =
  'Native histograms are left out; wrap the expression in histogram_quantile() or histogram_avg()';

/** Reads `data` of an instant query. */
export function parseInstantData(
  name: string,
  { data, warnings }: PrometheusAnswer,
): PrometheusInstantResult {
  const { resultType, result } = resultOf(name, data);
  switch (resultType) {
    case 'scalar': {
      const [time, value] = result as unknown as Point;
      return {
        samples: [{ labels: {}, time, value: parseSampleValue(value) }],
        resultType,
        warnings,
      };
    }
    case 'string': {
      const [, text] = result as unknown as [number, string];
      return { samples: [], resultType, text: String(text), warnings };
    }
    case 'matrix':
      return { samples: [], resultType, ...parseMatrix(result, warnings) };
    case 'vector': {
      const samples = result.flatMap(({ metric, value }) =>
        value
          ? [
              {
                labels: metric,
                time: value[0],
                value: parseSampleValue(value[1]),
              },
            ]
          : [],
      );
      return {
        samples,
        warnings: withNotice(warnings, samples.length < result.length),
      };
    }
    default:
      throw unexpected(name, resultType);
  }
}

/** Reads `data` of a range query. */
export function parseRangeData(
  name: string,
  { data, warnings, answeredAt }: PrometheusAnswer,
): PrometheusRangeResult {
  const { resultType, result } = resultOf(name, data);
  if (resultType !== 'matrix') {
    throw unexpected(name, resultType);
  }
  return {
    ...parseMatrix(result, warnings),
    ...(answeredAt !== undefined && { answeredAt }),
  };
}

function parseMatrix(
  result: WireSeries[],
  warnings: string[],
): PrometheusRangeResult {
  const series = result.flatMap(({ metric, values }) =>
    values
      ? [
          {
            labels: metric,
            times: values.map(([time]) => time),
            values: values.map(([, value]) => parseSampleValue(value)),
          },
        ]
      : [],
  );
  return {
    series,
    warnings: withNotice(warnings, series.length < result.length),
  };
}

function resultOf(
  name: string,
  data: unknown,
): { resultType: string; result: WireSeries[] } {
  const { resultType, result } = (data ?? {}) as {
    resultType?: string;
    result?: WireSeries[];
  };
  if (typeof resultType !== 'string' || !Array.isArray(result)) {
    throw unexpected(name, resultType);
  }
  if (['matrix', 'vector'].includes(resultType) && !result.every(isSeries)) {
    throw new ServiceUnavailableError(
      `${name} answered series that are none; check that its URL is a Prometheus API`,
    );
  }
  return { resultType, result };
}

function isSeries(one: Partial<WireSeries> | null | undefined): boolean {
  const { metric, value, values } = one ?? {};
  return (
    typeof metric === 'object' &&
    metric !== null &&
    Object.values(metric).every(label => typeof label === 'string') &&
    (value === undefined || isPoint(value)) &&
    (values === undefined || (Array.isArray(values) && values.every(isPoint)))
  );
}

function isPoint(one: unknown): boolean {
  return Array.isArray(one) && typeof one[0] === 'number';
}

function withNotice(warnings: string[], leftOut: boolean): string[] {
  return leftOut ? [...warnings, HISTOGRAM_NOTICE] : warnings;
}

function unexpected(name: string, resultType: unknown): Error {
  return new ServiceUnavailableError(
    `${name} answered a result of an unexpected type (${
      typeof resultType === 'string' ? resultType.slice(0, 20) : 'none'
    })`,
  );
}
