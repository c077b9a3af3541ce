import { JsonObject, JsonValue } from '@backstage/types';

/**
 * What a query variable asks a Prometheus for; texts may hold variables.
 *
 * @public
 */
export type VariableQuery =
  | {
      kind: 'label-values';
      label: string;
      /** Of the series whose labels are looked at; absent means all. */
      series?: string;
    }
  | {
      kind: 'label-names';
      /** Part of the metrics' names, a regular expression. */
      metric?: string;
    }
  | {
      kind: 'metrics';
      /** Of the metrics' names, the whole of them. */
      pattern: string;
    }
  | { kind: 'query-result'; expression: string }
  | { kind: 'series'; selector: string };

/** Characters of a query that people still write; dashboards come from outside. */
const LONGEST_QUERY = 10_000;

/**
 * A variable's query in Grafana's notation: `label_values(label)`, `label_values(series, label)`,
 * `label_names()`, `label_names(metric)`, `metrics(regex)`, `query_result(promql)`, or a selector.
 *
 * @returns undefined for a text that asks for nothing, or of more than 10,000 characters
 * @public
 */
export function parseVariableQuery(query: string): VariableQuery | undefined {
  const text = query.length > LONGEST_QUERY ? '' : query.trim();
  const [, name, body] = /^(\w+)\s*\((.*)\)$/s.exec(text) ?? [];
  const argument = body?.trim() ?? '';
  switch (name) {
    case 'label_values':
      return labelValues(argument);
    case 'label_names':
      return {
        kind: 'label-names',
        ...(argument && { metric: argument }),
      };
    case 'metrics':
      return argument ? { kind: 'metrics', pattern: argument } : undefined;
    case 'query_result':
      return argument
        ? { kind: 'query-result', expression: argument }
        : undefined;
    default:
      return text ? { kind: 'series', selector: text } : undefined;
  }
}

function labelValues(argument: string): VariableQuery | undefined {
  const comma = argument.lastIndexOf(',');
  const series = comma < 0 ? '' : argument.slice(0, comma).trim();
  const label = argument.slice(comma + 1).trim();
  if (!label) {
    return undefined;
  }
  const isAll = series === '' || /^\{\s*\}$/.test(series);
  return { kind: 'label-values', label, ...(!isAll && { series }) };
}

const text = (json: JsonValue | undefined): string =>
  typeof json === 'string' ? json.trim() : '';

/**
 * The query of a variable as text, also when the JSON has it as an object, as Grafana's editor
 * writes it since version 9 (`qryType` 0..5).
 *
 * @public
 */
export function variableQueryText(json: JsonValue | undefined): string {
  if (typeof json === 'string') {
    return json;
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return '';
  }
  switch (json.qryType) {
    case 0:
      return `label_names(${text(json.match)})`;
    case 1:
      return labelValuesText(json);
    case 2:
      return `metrics(${text(json.metric)})`;
    case 3:
      return `query_result(${text(json.varQuery).replace(/[\r\n]+/g, ' ')})`;
    case 4:
      return text(json.seriesQuery);
    case 5:
      return text(json.classicQuery);
    default:
      // Older editors, and version 2 of the schema.
      return (
        text(json.query) || text(json.expr) || text(json.__legacyStringValue)
      );
  }
}

/** The editor's parts are newer than the text that it kept beside them. */
function labelValuesText(json: JsonObject): string {
  const label = text(json.label);
  const metric = text(json.metric);
  const filters = Array.isArray(json.labelFilters) ? json.labelFilters : [];
  if (!label) {
    return text(json.query);
  }
  const matchers = filters.flatMap(filter => {
    const { label: name, op, value } = (filter ?? {}) as JsonObject;
    return text(name)
      ? [`${text(name)}${text(op) || '='}"${String(value ?? '')}"`]
      : [];
  });
  const selector = matchers.length
    ? `${metric}{${matchers.join(', ')}}`
    : metric;
  return selector
    ? `label_values(${selector},${label})`
    : `label_values(${label})`;
}
