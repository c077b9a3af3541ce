import { JsonObject } from '@backstage/types';
import { PanelKind, PanelModel, UnsupportedReason } from '../types';
import { asNumber, asObject, asObjects, asText } from './json';
import { parseFieldConfig } from './parseFieldConfig';
import { isTransformationKnown } from '../tables/applyTransformations';
import { parseDatasource, parseTarget } from './parseTarget';
import { GridPlace } from './placePanels';
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

/** Beyond it, numbers are none that a page has. */
const MOST_ROWS = 10_000;

/**
 * One panel. What Sightline cannot draw rightly is kept as `unsupported`, with the reason.
 *
 * @param id - unique within the dashboard
 */
export function parsePanel(json: JsonObject, id: number): PanelModel {
  const type = asText(json.type) ?? 'unknown';
  const kind = KINDS[type] ?? 'unsupported';
  const { defaults, overrides } = parseFieldConfig(json.fieldConfig);
  const panel: PanelModel = {
    id,
    key: String(id),
    kind,
    type,
    title: asText(json.title) ?? '',
    description: asText(json.description),
    transparent: json.transparent === true,
    gridPos: parsePlace(json),
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
    maxPerRow: clamp(Math.round(asNumber(json.maxPerRow) || 4), 1, 24),
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

/** A panel whose copies lie side by side has the whole width for them. */
function parsePlace(json: JsonObject): GridPlace {
  const position = asObject(json.gridPos);
  const isWide = asText(json.repeat) && json.repeatDirection !== 'v';
  const w = isWide ? 24 : clamp(whole(position.w, 12), 1, 24);
  return {
    x: clamp(whole(position.x, 0), 0, 24 - w),
    y: clamp(whole(position.y, 0), 0, MOST_ROWS),
    w,
    h: clamp(whole(position.h, 8), 1, MOST_ROWS),
  };
}

function whole(value: unknown, missing: number): number {
  return Math.round(asNumber(value) ?? missing);
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}
