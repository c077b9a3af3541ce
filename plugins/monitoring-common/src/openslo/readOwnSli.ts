import { parseLabelMatchers } from '../promql/parseLabelMatchers';
import { Sli } from '../slo/types';
import { DocumentQuery } from './queries/DocumentQuery';
import { QueryFault } from './queries/QueryFault';
import { readEventQueries, readGaugeQuery } from './queries/readQuery';
import { sliMetric } from './sliMetric';
import type { Indicator } from './v1/readIndicator';
import { YamlNode } from './yaml/YamlNode';

const METRIC = /^[a-zA-Z_:][a-zA-Z0-9_:]{0,199}$/;

/**
 * What the annotation of an SLI says that its queries were made from: a histogram or a gauge. It
 * counts only while the queries are still those that would be made of it.
 */
export function readOwnSli(
  node: YamlNode | undefined,
  metric: Indicator['metric'],
): Indicator['metric'] {
  const text = node?.text();
  if (!node || text === undefined) {
    return metric;
  }
  const sli = parseSli(text);
  if (!sli || !isSame(sli, metric)) {
    node.warn(
      'does not go with the queries of the SLI, and is not used; the queries are',
    );
    return metric;
  }
  return 'gauge' in metric ? { ...metric, own: sli } : { sli };
}

function parseSli(text: string): Sli | undefined {
  let value: Record<string, unknown>;
  try {
    value = JSON.parse(text) ?? {};
  } catch {
    return undefined;
  }
  if (value.type === 'uptime' && typeof value.gauge === 'string') {
    return { type: 'uptime', gauge: value.gauge };
  }
  return value.type === 'latency' ? parseLatency(value) : undefined;
}

function parseLatency(value: Record<string, unknown>): Sli | undefined {
  const { histogram, native, unitSeconds, matchers, thresholdSeconds } = value;
  const isFine =
    typeof histogram === 'string' &&
    METRIC.test(histogram) &&
    isAmount(thresholdSeconds) &&
    (unitSeconds === undefined || isAmount(unitSeconds)) &&
    (native === undefined || typeof native === 'boolean') &&
    (matchers === undefined ||
      (typeof matchers === 'string' && !parseLabelMatchers(matchers).error));
  return isFine
    ? {
        type: 'latency',
        histogram,
        ...(native === undefined ? {} : { native: native as boolean }),
        ...(unitSeconds === undefined
          ? {}
          : { unitSeconds: unitSeconds as number }),
        ...(matchers === undefined ? {} : { matchers: matchers as string }),
        thresholdSeconds,
      }
    : undefined;
}

function isAmount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0;
}

function isSame(sli: Sli, metric: Indicator['metric']): boolean {
  try {
    const made = sliMetric(sli);
    if (made.kind === 'threshold') {
      return (
        'gauge' in metric &&
        readGaugeQuery(made.query).query === metric.gauge &&
        sli.type === 'uptime' &&
        DocumentQuery.parse(sli.gauge).top?.name === 'VectorSelector'
      );
    }
    if (
      made.kind !== 'ratio' ||
      !('sli' in metric) ||
      metric.sli.type !== 'ratio'
    ) {
      return false;
    }
    const [events, total] = readEventQueries(
      [made.events, made.total],
      undefined,
    );
    return (
      !(events instanceof QueryFault) &&
      !(total instanceof QueryFault) &&
      events.query === metric.sli[made.side] &&
      total.query === metric.sli.total
    );
  } catch (error) {
    if (error instanceof QueryFault) {
      return false;
    }
    throw error;
  }
}
