import { parseDuration } from '../../durations/parseDuration';
import { Sli } from '../../slo/types';
import { DocumentQuery } from '../queries/DocumentQuery';
import { QueryFault } from '../queries/QueryFault';
import { ReadQuery } from '../queries/readQuery';
import { readPair, tryRead } from '../v1/readIndicator';
import { YamlNode } from '../yaml/YamlNode';

/** Kinds of indicators and the fields of each. */
const INDICATORS = {
  ratio: ['errors', 'total', 'grouping'],
  latency: ['success', 'total', 'grouping'],
  latencyNative: ['latency', 'total', 'grouping'],
  bool_gauge: ['metric', 'grouping'],
} as const;

type Kind = keyof typeof INDICATORS;

/** Reads `indicator`: one of four kinds, on bare selectors. */
export function readPyrraIndicator(node: YamlNode): Sli | undefined {
  const kinds = Object.keys(INDICATORS) as Kind[];
  if (!node.expectMap('indicator', kinds)) {
    return undefined;
  }
  const present = kinds.filter(kind => !node.get(kind).isMissing);
  if (present.length !== 1) {
    node.error(`needs one of ${kinds.join(', ')}, and only one of them`);
    return undefined;
  }
  const [kind] = present;
  const indicator = node.get(kind);
  if (!indicator.expectMap(kind, INDICATORS[kind])) {
    return undefined;
  }
  const grouping = indicator.get('grouping');
  if (grouping.items().length > 0) {
    grouping.error(
      'makes an SLO for each value of a label, which is not supported. Write an SLO for each of them',
    );
    return undefined;
  }
  switch (kind) {
    case 'ratio':
      return readRatio(indicator);
    case 'latency':
      return readLatency(indicator);
    case 'latencyNative':
      return readNativeLatency(indicator);
    default:
      return readGauge(indicator);
  }
}

/** `metric` of a part of an indicator. */
function metricOf(node: YamlNode): YamlNode {
  node.expectMap(node.name, ['metric']);
  if (node.get('metric').isMissing) {
    node.get('metric').error('is missing');
  }
  return node.get('metric');
}

function readRatio(node: YamlNode): Sli | undefined {
  const errors = metricOf(node.get('errors'));
  const total = metricOf(node.get('total'));
  const pair = readPair(errors, total, true);
  return pair && { type: 'ratio', bad: pair.events, total: pair.total };
}

function readLatency(node: YamlNode): Sli | undefined {
  const success = metricOf(node.get('success'));
  const total = metricOf(node.get('total'));
  const pair = readPair(success, total, true);
  return pair && { type: 'ratio', good: pair.events, total: pair.total };
}

function readNativeLatency(node: YamlNode): Sli | undefined {
  const latency = node.get('latency');
  const seconds = parseDuration(latency.text() ?? '');
  if (seconds === undefined) {
    latency.error(
      latency.isMissing
        ? 'is missing: a duration such as 500ms'
        : `${latency.quote()} is no duration such as 500ms`,
    );
  }
  const metric = tryRead(metricOf(node.get('total')), readSelector);
  if (metric === undefined || seconds === undefined) {
    return undefined;
  }
  const increase = `sum(increase(${metric}[$window]))`;
  const total = `histogram_count(${increase})`;
  return {
    type: 'ratio',
    good: `histogram_fraction(0, ${seconds}, ${increase}) * ${total}`,
    total,
  };
}

/** Each sample counts once. */
function readGauge(node: YamlNode): Sli | undefined {
  const field = node.get('metric');
  if (field.isMissing) {
    field.error('is missing');
  }
  const metric = tryRead(field, readSelector);
  return metric === undefined
    ? undefined
    : {
        type: 'ratio',
        good: `sum_over_time(${metric}[$window])`,
        total: `count_over_time(${metric}[$window])`,
      };
}

/** Reads a metric that stands alone, as Pyrra wants all of them. */
function readSelector(text: string): ReadQuery {
  const query = DocumentQuery.parse(text);
  if (query.top?.name !== 'VectorSelector') {
    throw new QueryFault('is no bare metric such as requests_total{job="a"}');
  }
  return { query: query.toString(), warnings: [] };
}
