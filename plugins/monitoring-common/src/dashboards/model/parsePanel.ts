import { JsonObject } from '@backstage/types';
import { PanelKind, PanelModel, UnsupportedReason } from '../types';
import { asNumber, asObject, asObjects, asText } from './json';
import { parseFieldConfig } from './parseFieldConfig';
import { isTransformationKnown } from '../tables/applyTransformations';
import { parseDatasource, parseTarget } from './parseTarget';
import { withPanelDefaults } from './withPanelDefaults';

const KINDS: Record<string, PanelKind> = {
  timeseries: 'timeseries',
  stat: 'stat',
  gauge: 'gauge',
  bargauge: 'bargauge',
  table: 'table',
  heatmap: 'heatmap',
  text: 'text',
};

const PROMETHEUS_TYPES = new Set([
  'prometheus',
  // Mixed panels: each target names its own.
  'datasource',
  'grafana-amazonprometheus-datasource',
  'victoriametrics-metrics-datasource',
]);

/**
 * One panel. What Sightline cannot draw rightly is kept as `unsupported`, with the reason.
 *
 * @param id - unique within the dashboard
 */
export function parsePanel(json: JsonObject, id: number): PanelModel {
  const type = asText(json.type) ?? 'unknown';
  const kind = KINDS[type] ?? 'unsupported';
  const { defaults, overrides } = parseFieldConfig(json.fieldConfig);
  const position = asObject(json.gridPos);
  const panel: PanelModel = {
    id,
    key: String(id),
    kind,
    type,
    title: asText(json.title) ?? '',
    description: asText(json.description),
    transparent: json.transparent === true,
    gridPos: {
      x: clamp(asNumber(position.x) ?? 0, 0, 23),
      y: Math.max(0, asNumber(position.y) ?? 0),
      w: clamp(asNumber(position.w) ?? 12, 1, 24),
      h: Math.max(1, asNumber(position.h) ?? 8),
    },
    datasource: parseDatasource(json.datasource),
    targets: asObjects(json.targets).map(parseTarget),
    fieldConfig: { defaults: withPanelDefaults(kind, defaults), overrides },
    transformations: asObjects(json.transformations)
      .filter(one => one.disabled !== true)
      .map(one => ({
        id: asText(one.id) ?? '',
        options: asObject(one.options),
      })),
    options: asObject(json.options),
    interval: asText(json.interval),
    maxDataPoints: asNumber(json.maxDataPoints),
    timeFrom: asText(json.timeFrom),
    timeShift: asText(json.timeShift),
    hideTimeOverride: json.hideTimeOverride === true,
    links: [],
    repeat: asText(json.repeat),
    repeatDirection: json.repeatDirection === 'v' ? 'v' : 'h',
    maxPerRow: asNumber(json.maxPerRow) ?? 4,
  };
  const unsupported = reasonAgainst(panel, json);
  return unsupported ? { ...panel, kind: 'unsupported', unsupported } : panel;
}

function reasonAgainst(
  panel: PanelModel,
  json: JsonObject,
): UnsupportedReason | undefined {
  if (asText(asObject(json.libraryPanel).uid)) {
    return 'library-panel';
  }
  if (panel.kind === 'unsupported') {
    return 'type';
  }
  if (panel.kind === 'text') {
    return undefined;
  }
  const isTable = panel.kind === 'table';
  if (
    !panel.transformations.every(one => isTable && isTransformationKnown(one))
  ) {
    return 'transformations';
  }
  if (panel.kind === 'heatmap' && panel.options.calculate === true) {
    return 'calculation';
  }
  const references = [
    panel.datasource,
    ...panel.targets.map(target => target.datasource),
  ];
  // A dashboard without a type of data source is from before Grafana 8.3: take its PromQL.
  const isForeign = references.some(
    reference =>
      reference?.uid === '-- Dashboard --' ||
      (reference?.type !== undefined && !PROMETHEUS_TYPES.has(reference.type)),
  );
  return isForeign ? 'datasource' : undefined;
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}
