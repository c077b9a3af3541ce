import { listOf } from './listOf';
import { PrometheusSeriesList, PrometheusTexts } from './PrometheusClient';
import { PrometheusAnswer } from './readPrometheusAnswer';

/** Reads `data` of names or values of labels. */
export function parseTexts(
  name: string,
  { data, warnings }: PrometheusAnswer,
): PrometheusTexts {
  return {
    texts: listOf(name, data).filter(
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
    series: listOf(name, data).filter(
      (labels): labels is Record<string, string> =>
        typeof labels === 'object' && labels !== null,
    ),
    warnings,
  };
}
