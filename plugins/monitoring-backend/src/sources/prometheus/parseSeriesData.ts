import { ServiceUnavailableError } from '@backstage/errors';
import { PrometheusSeriesList, PrometheusTexts } from './PrometheusClient';
import { PrometheusAnswer } from './readPrometheusAnswer';

/** Reads `data` of names or values of labels. */
export function parseTexts(
  name: string,
  { data, warnings }: PrometheusAnswer,
): PrometheusTexts {
  return {
    // Servers answer `null` for nothing.
    texts: listOf(name, data ?? []).filter(
      (text): text is string => typeof text === 'string',
    ),
    warnings,
  };
}

/** Reads `data` of a list of series. */
export function parseSeriesList(
  name: string,
  { data, warnings }: PrometheusAnswer,
): PrometheusSeriesList {
  return {
    series: listOf(name, data ?? []).filter(
      (labels): labels is Record<string, string> =>
        typeof labels === 'object' && labels !== null,
    ),
    warnings,
  };
}

function listOf(name: string, data: unknown): unknown[] {
  if (!Array.isArray(data)) {
    throw new ServiceUnavailableError(
      `${name} answered something other than a list`,
    );
  }
  return data;
}
