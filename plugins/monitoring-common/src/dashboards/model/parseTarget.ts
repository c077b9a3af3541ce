import { JsonObject } from '@backstage/types';
import { DatasourceReference, PanelTarget } from '../types';
import { asChoice, asNumber, asObject, asText } from './json';

/** A query of a panel, as the Prometheus data source writes it. */
export function parseTarget(json: JsonObject, index: number): PanelTarget {
  const instant = json.instant === true;
  return {
    refId: asText(json.refId) ?? String.fromCharCode(65 + (index % 26)),
    expr: asText(json.expr) ?? '',
    legendFormat: asText(json.legendFormat),
    instant,
    // Grafana asks for a range unless only the instant is wanted.
    range: json.range === true || !instant,
    format: asChoice(json.format, ['time_series', 'table', 'heatmap']),
    interval: asText(json.interval),
    intervalFactor: Math.max(1, asNumber(json.intervalFactor) ?? 1),
    hide: json.hide === true,
    datasource: parseDatasource(json.datasource),
  };
}

/** Where a panel or a target takes its data from; older dashboards write only a name. */
export function parseDatasource(
  json: unknown,
): DatasourceReference | undefined {
  if (typeof json === 'string') {
    return { uid: json };
  }
  const { type, uid } = asObject(json);
  const reference = { type: asText(type), uid: asText(uid) };
  return reference.type || reference.uid ? reference : undefined;
}
