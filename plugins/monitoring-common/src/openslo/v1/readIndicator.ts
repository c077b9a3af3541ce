import { QueryFault } from '../queries/QueryFault';
import {
  readEventQueries,
  readGaugeQuery,
  ReadQuery,
  readRatioQuery,
} from '../queries/readQuery';
import { Sli } from '../../slo/types';
import { definitionName } from '../definitionName';
import { OWN } from '../ownAnnotations';
import { readOwnSli } from '../readOwnSli';
import { YamlNode } from '../yaml/YamlNode';
import { readDescription, readMetadata } from './readMetadata';
import { readMetricSource } from './readMetricSource';
import { V1Objects } from './V1Objects';

/** An SLI as its document has it: a threshold gets its value from each objective. */
export interface Indicator {
  name: string;
  description?: string;
  metric: { sli: Sli } | { gauge: string; own?: Sli };
}

/** Fields of an inline indicator and of an SLI object. */
const INDICATOR_FIELDS = ['apiVersion', 'kind', 'metadata', 'spec'];
const RATIO_FIELDS = ['counter', 'good', 'bad', 'total', 'raw', 'rawType'];

/**
 * The indicator that an SLO or an objective measures.
 *
 * @param holder - what has `indicator` or `indicatorRef`
 * @param fallback - name of an inline one that has none
 */
export function readIndicatorOf(
  holder: YamlNode,
  objects: V1Objects,
  fallback: string,
): Indicator | undefined {
  const inline = holder.get('indicator');
  const reference = holder.get('indicatorRef');
  if (!inline.isMissing && !reference.isMissing) {
    reference.error('and indicator exclude each other; keep one of them');
    return undefined;
  }
  if (!reference.isMissing) {
    const found = objects.follow('SLI', reference);
    return found && readSharedIndicator(found, objects);
  }
  return readIndicator(inline, objects, fallback);
}

/** Reads an SLI object. */
export function readSharedIndicator(
  node: YamlNode,
  objects: V1Objects,
): Indicator | undefined {
  return objects.readOnce(node, () =>
    readIndicator(
      node,
      objects,
      definitionName(node.get('metadata').get('name').text() ?? ''),
    ),
  );
}

function readIndicator(
  node: YamlNode,
  objects: V1Objects,
  fallback: string,
): Indicator | undefined {
  if (!node.expectMap('the indicator', INDICATOR_FIELDS)) {
    return undefined;
  }
  const metadata = node.get('metadata');
  const { name, annotations } = metadata.isMissing
    ? { name: '', annotations: new Map<string, YamlNode>() }
    : readMetadata(metadata, { identifies: false });
  const spec = node.get('spec');
  if (
    !spec.expectMap('spec of the indicator', [
      'description',
      'thresholdMetric',
      'ratioMetric',
    ])
  ) {
    return undefined;
  }
  const description = readDescription(spec.get('description'));
  const ratio = spec.get('ratioMetric');
  const threshold = spec.get('thresholdMetric');
  if (ratio.isMissing === threshold.isMissing) {
    spec.error(
      'needs one of ratioMetric and thresholdMetric, and only one of them',
    );
    return undefined;
  }
  const metric = ratio.isMissing
    ? readThreshold(threshold, objects)
    : readRatio(ratio, objects);
  if (!metric) {
    return undefined;
  }
  return {
    name: definitionName(name) || fallback,
    ...(description ? { description } : {}),
    metric: readOwnSli(annotations.get(OWN.sli), metric),
  };
}

function readThreshold(
  node: YamlNode,
  objects: V1Objects,
): Indicator['metric'] | undefined {
  const query = readMetricSource(node, objects);
  const read = query && tryRead(query, readGaugeQuery);
  return read === undefined ? undefined : { gauge: read };
}

function readRatio(
  node: YamlNode,
  objects: V1Objects,
): Indicator['metric'] | undefined {
  if (!node.expectMap('ratioMetric', RATIO_FIELDS)) {
    return undefined;
  }
  const counter = node.get('counter').flag();
  const has = (key: string) => !node.get(key).isMissing;
  if (has('raw')) {
    const others = ['good', 'bad', 'total'].filter(has);
    if (others.length > 0) {
      node.error(`has raw and ${others.join(', ')}, which exclude each other`);
      return undefined;
    }
    return readRaw(node, objects);
  }
  if (has('rawType')) {
    node.get('rawType').warn('has a meaning with raw only, and is not used');
  }
  if (!has('total') || has('good') === has('bad')) {
    node.error(
      'needs total and one of good and bad, or raw with rawType instead',
    );
    return undefined;
  }
  const side = has('good') ? 'good' : 'bad';
  const events = readMetricSource(node.get(side), objects);
  const total = readMetricSource(node.get('total'), objects);
  const queries = events && total && readPair(events, total, counter);
  if (!queries) {
    return undefined;
  }
  return {
    sli:
      side === 'good'
        ? { type: 'ratio', good: queries.events, total: queries.total }
        : { type: 'ratio', bad: queries.events, total: queries.total },
  };
}

function readRaw(
  node: YamlNode,
  objects: V1Objects,
): Indicator['metric'] | undefined {
  const rawType = node.get('rawType');
  const kind = rawType.text();
  if (kind !== 'success' && kind !== 'failure') {
    rawType.error(
      `must be success (good ÷ total) or failure (bad ÷ total), not ${rawType.quote()}`,
    );
    return undefined;
  }
  const source = readMetricSource(node.get('raw'), objects);
  const query = source && tryRead(source, readRatioQuery);
  return query === undefined
    ? undefined
    : {
        sli: {
          type: 'raw',
          errorRatio: kind === 'success' ? `1 - (${query})` : query,
        },
      };
}

/** Reads both queries of a ratio, each with its problems where it stands. */
export function readPair(
  events: YamlNode,
  total: YamlNode,
  counter: boolean | undefined,
): { events: string; total: string } | undefined {
  const texts = [events.query(), total.query()];
  if (texts[0] === undefined || texts[1] === undefined) {
    return undefined;
  }
  const read = readEventQueries([texts[0], texts[1]], counter);
  const nodes = [events, total];
  read.forEach((result, index) => report(nodes[index], result));
  const [first, second] = read;
  if (first instanceof QueryFault || second instanceof QueryFault) {
    return undefined;
  }
  if (first.query === second.query) {
    events.error('is the same query as total, so that the ratio is always one');
    return undefined;
  }
  return { events: first.query, total: second.query };
}

/** Reads one query; a fault is a problem where it stands. */
export function tryRead(
  node: YamlNode,
  read: (text: string) => ReadQuery,
): string | undefined {
  const text = node.query();
  if (text === undefined) {
    return undefined;
  }
  try {
    const result = read(text);
    report(node, result);
    return result.query;
  } catch (error) {
    if (error instanceof QueryFault) {
      report(node, error);
      return undefined;
    }
    throw error;
  }
}

function report(node: YamlNode, result: ReadQuery | QueryFault): void {
  if (result instanceof QueryFault) {
    node.error(`The query ${result.message}`);
  } else {
    result.warnings.forEach(warning => node.warn(`The query ${warning}`));
  }
}
