import { JsonObject } from '@backstage/types';
import { DatasourceReference, PanelTarget } from '../types';
import { asChoice, asNumber, asObject, asText } from './json';

/** The panel whose answers are used. */
const DASHBOARD = '-- Dashboard --';

/** How Grafana calls what it calculates itself, through its history. */
const EXPRESSIONS = new Set(['__expr__', 'Expression', '-100']);

/** The queries of a panel, as the Prometheus data source writes them. */
export function parseTargets(
  list: JsonObject[],
  panelSource: DatasourceReference | undefined,
): PanelTarget[] {
  const taken = new Set(list.map(({ refId }) => asText(refId)));
  let next = 0;
  const freeRefId = () => {
    let refId = refIdAt(next);
    while (taken.has(refId)) {
      next += 1;
      refId = refIdAt(next);
    }
    taken.add(refId);
    return refId;
  };
  return list.map(json =>
    parseTarget(json, asText(json.refId) ?? freeRefId(), panelSource),
  );
}

/** Where a panel or a target takes its data from; older dashboards write only a name. */
export function parseDatasource(
  json: unknown,
): DatasourceReference | undefined {
  if (typeof json === 'string') {
    return json === '' || json === 'default' ? undefined : { uid: json };
  }
  const { type, uid } = asObject(json);
  const reference = { type: asText(type), uid: asText(uid) };
  return reference.type || reference.uid ? reference : undefined;
}

/** Whether it is the source that takes the answers of another panel. */
export function isPanelSource(reference?: DatasourceReference): boolean {
  return reference?.uid === DASHBOARD;
}

/** Whether it is the source that calculates from the other answers. */
export function isExpressionSource(reference?: DatasourceReference): boolean {
  return [reference?.type, reference?.uid].some(
    name => name !== undefined && EXPRESSIONS.has(name),
  );
}

function parseTarget(
  json: JsonObject,
  refId: string,
  panelSource: DatasourceReference | undefined,
): PanelTarget {
  const instant = json.instant === true;
  const datasource = parseDatasource(json.datasource);
  const source = datasource ?? panelSource;
  const panelId = asNumber(json.panelId);
  return {
    refId,
    expr: asText(json.expr) ?? '',
    legendFormat: asText(json.legendFormat),
    instant,
    // Grafana asks for a range unless only the instant is wanted.
    range: json.range === true || !instant,
    format: asChoice(json.format, ['time_series', 'table', 'heatmap']),
    interval: asText(json.interval),
    intervalFactor: Math.max(1, asNumber(json.intervalFactor) ?? 1),
    hide: json.hide === true,
    ...(json.exemplar === true && { exemplar: true }),
    datasource,
    ...(isExpressionSource(source) && { expression: json }),
    ...(isPanelSource(source) &&
      panelId !== undefined && {
        source: { panelId, withTransformations: json.withTransforms === true },
      }),
  };
}

/** A to Z, then AA to ZZ and so on. */
function refIdAt(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : refIdAt(Math.floor(index / 26) - 1) + letter;
}
