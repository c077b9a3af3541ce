import { ServiceUnavailableError } from '@backstage/errors';
import { plainText } from '../http/plainText';

/** What a service says of one of its metrics. */
export interface PrometheusMetric {
  /** `counter`, `gauge`, `histogram` …, one word; empty when it does not say. */
  type: string;
  /** One line; empty when it does not say. */
  help: string;
}

const LONGEST_HELP = 300;

/**
 * Reads what `/metadata` answers. Where services differ in what they say of a metric, the first one
 * is taken.
 *
 * @throws `ServiceUnavailableError` for an answer that is no object
 */
export function parseMetricMetadata(
  name: string,
  data: unknown,
): Map<string, PrometheusMetric> {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    throw new ServiceUnavailableError(
      `${name} answered something other than metadata`,
    );
  }
  const metrics = new Map<string, PrometheusMetric>();
  for (const [metric, entries] of Object.entries(data)) {
    const [first] = (Array.isArray(entries) ? entries : []) as {
      type?: unknown;
      help?: unknown;
    }[];
    if (first) {
      metrics.set(metric, {
        type: wordOf(first.type),
        help: plainText(String(first.help ?? ''), LONGEST_HELP),
      });
    }
  }
  return metrics;
}

function wordOf(type: unknown): string {
  return typeof type === 'string' && /^[a-z]{1,20}$/.test(type) ? type : '';
}
