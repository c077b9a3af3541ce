import { YamlNode } from '../yaml/YamlNode';
import { readDescription, readMetadata } from './readMetadata';
import { V1Objects } from './V1Objects';

/** Sources whose queries are PromQL, in lower case and without signs. */
const PROMQL = new Set([
  'prometheus',
  'prom',
  'promql',
  'mimir',
  'grafanamimir',
  'cortex',
  'thanos',
  'victoriametrics',
  'amazonprometheus',
  'amazonmanagedprometheus',
  'googlemanagedprometheus',
  'sloth',
]);
const QUERY_FIELDS = ['query', 'promql', 'expr'];

/** The field with the query of a `metricSource`, when it is one that can be asked. */
export function readMetricSource(
  holder: YamlNode,
  objects: V1Objects,
): YamlNode | undefined {
  if (!holder.expectMap(holder.name, ['metricSource'])) {
    return undefined;
  }
  const source = holder.get('metricSource');
  if (!source.expectMap('metricSource', ['metricSourceRef', 'type', 'spec'])) {
    return undefined;
  }
  if (!isPromql(source, objects)) {
    return undefined;
  }
  const spec = source.get('spec');
  const present = QUERY_FIELDS.filter(key => !spec.get(key).isMissing);
  if (present.length !== 1) {
    spec.error(
      present.length === 0
        ? 'needs the PromQL in a field `query`'
        : `has the query ${present.length} times: ${present.join(', ')}`,
    );
    return undefined;
  }
  for (const key of spec.keys().filter(name => !QUERY_FIELDS.includes(name))) {
    spec.get(key).warn('is not used; only the query is');
  }
  return spec.get(present[0]);
}

function isPromql(source: YamlNode, objects: V1Objects): boolean {
  const reference = source.get('metricSourceRef');
  const name = reference.text();
  const dataSource =
    name === undefined ? undefined : objects.find('DataSource', name);
  const own = source.get('type');
  const field = own.isMissing
    ? dataSource?.get('spec').get('type') ?? own
    : own;
  const type = field.text();
  if (type !== undefined) {
    if (!PROMQL.has(type.toLowerCase().replace(/[^a-z]/g, ''))) {
      field.error(
        `${field.quote()} is no source that is asked in PromQL, and no other can be read. Write type: Prometheus`,
      );
      return false;
    }
    return true;
  }
  if (name === undefined) {
    own.error('is missing. Write type: Prometheus');
    return false;
  }
  reference.warn(
    `names the DataSource '${name}', which is not in this text; it is taken for the entity's Prometheus`,
  );
  return true;
}

/** Reads a DataSource, of which nothing but the type is used. */
export function checkDataSource(node: YamlNode): void {
  node.expectMap('the DataSource', ['apiVersion', 'kind', 'metadata', 'spec']);
  readMetadata(node.get('metadata'), { identifies: false });
  const spec = node.get('spec');
  if (spec.expectMap('spec', ['description', 'type', 'connectionDetails'])) {
    readDescription(spec.get('description'));
    if (spec.get('type').isMissing) {
      spec.get('type').error('is missing');
    }
    if (!spec.get('connectionDetails').isMissing) {
      spec
        .get('connectionDetails')
        .warn(
          'is not used: the entity is asked at its own Prometheus, which no document can choose',
        );
    }
  }
}
