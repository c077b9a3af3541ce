import { JsonObject } from '@backstage/types';
import {
  DatasourceReference,
  PanelKind,
  PanelModel,
  PanelTarget,
} from '../types';
import { DashboardContext } from './DashboardContext';
import { asNumber, asObject, asObjects, asText } from './json';
import { parseFieldConfig } from './parseFieldConfig';
import { parseLinks } from './parseLink';
import {
  isExpressionSource,
  isPanelSource,
  parseDatasource,
  parseTargets,
} from './parseTarget';
import { GridPlace } from './placePanels';
import { unsupportedReason } from './unsupportedReason';
import { withPanelDefaults } from './withPanelDefaults';

const KINDS: PanelKind[] = [
  'timeseries',
  'stat',
  'gauge',
  'bargauge',
  'table',
  'heatmap',
  'piechart',
  'barchart',
  'histogram',
  'state-timeline',
  'status-history',
  'alertlist',
  'dashlist',
  'text',
];

const MIXED = '-- Mixed --';

/** What stands in a dashboard for a library panel that is still to be read. */
const LIBRARY_TYPE = 'library-panel-ref';

/** Places beyond are none that a page has. */
const LOWEST_ROW = 100_000;
const TALLEST = 400;

/** What panels may have that nothing is made of. */
const IGNORED = ['timeCompare', 'timeRegions', 'snapshotData'];

/** Longer ones are cut by Grafana too. */
const LONGEST_TITLE = 5_000;

/**
 * One panel, of whatever version. What Sightline cannot draw rightly is kept as `unsupported`,
 * with the reason.
 *
 * @param id - unique within the dashboard
 */
export function parsePanel(
  json: JsonObject,
  id: number,
  context: DashboardContext,
): PanelModel {
  const { body, libraryPanel } = withLibraryPanel(json, context);
  const written = context.migrate(body, context.schemaVersion);
  const type = asText(written.type) ?? 'unknown';
  const kind = KINDS.find(one => one === type) ?? 'unsupported';
  const { defaults, overrides } = parseFieldConfig(written.fieldConfig);
  const datasource = parseDatasource(written.datasource);
  const ignored = IGNORED.filter(name => isSet(written[name]));
  const panel: PanelModel = {
    id,
    key: String(id),
    kind,
    type: asText(body.type) ?? 'unknown',
    title: (asText(json.title) ?? asText(body.title) ?? '').slice(
      0,
      LONGEST_TITLE,
    ),
    description: asText(written.description),
    transparent: written.transparent === true,
    gridPos: parsePlace(written),
    datasource,
    targets: parseTargets(asObjects(written.targets), datasource).map(target =>
      withPanelSource(target, datasource),
    ),
    fieldConfig: { defaults: withPanelDefaults(kind, defaults), overrides },
    transformations: asObjects(written.transformations).flatMap(
      parseTransformation,
    ),
    options: asObject(written.options),
    interval: asText(written.interval),
    maxDataPoints: asNumber(written.maxDataPoints),
    timeFrom: asText(written.timeFrom),
    timeShift: asText(written.timeShift),
    hideTimeOverride: written.hideTimeOverride === true,
    links: parseLinks(written.links),
    ...(libraryPanel && { libraryPanel }),
    repeat: asText(written.repeat),
    repeatDirection: written.repeatDirection === 'v' ? 'v' : 'h',
    maxPerRow: clamp(Math.round(asNumber(written.maxPerRow) || 4), 1, 24),
    ...(ignored.length > 0 && { ignored }),
  };
  if (libraryPanel && [LIBRARY_TYPE, 'unknown'].includes(panel.type)) {
    return {
      ...panel,
      kind: 'unsupported',
      unsupported: 'library-panel',
      unsupportedDetail: libraryPanel.name,
    };
  }
  const unsupported = unsupportedReason(panel, context);
  return unsupported
    ? { ...panel, kind: 'unsupported', ...unsupported }
    : panel;
}

/** What the library has, where the dashboard brings it along; the place is the dashboard's. */
function withLibraryPanel(json: JsonObject, context: DashboardContext) {
  const { uid, name, model } = asObject(json.libraryPanel);
  const libraryUid = asText(uid);
  if (!libraryUid) {
    return { body: json };
  }
  const body = {
    ...asObject(model),
    ...context.libraryPanels.get(libraryUid),
  };
  const hasBody = Object.keys(body).length > 0;
  const { type, ...place } = json;
  return {
    body: hasBody ? { ...body, ...place, type: body.type } : json,
    libraryPanel: { uid: libraryUid, name: asText(name) ?? libraryUid },
  };
}

function parseTransformation(json: JsonObject): PanelModel['transformations'] {
  const id = asText(json.id) ?? '';
  // What makes annotations of frames changes none of those that are drawn.
  if (json.disabled === true || (json.topic && json.topic !== 'series')) {
    return [];
  }
  const filter = asObject(json.filter);
  const filterId = asText(filter.id);
  return [
    {
      id,
      options: asObject(json.options),
      ...(filterId && { filter: { id: filterId, options: filter.options } }),
    },
  ];
}

/** The panel's source is that of all targets, unless it is a mixed one. */
function withPanelSource(
  target: PanelTarget,
  source: DatasourceReference | undefined,
): PanelTarget {
  const isOwn =
    !source?.uid ||
    source.uid === MIXED ||
    !target.datasource ||
    target.datasource.uid === source.uid ||
    isExpressionSource(target.datasource) ||
    isPanelSource(target.datasource);
  return isOwn ? target : { ...target, datasource: source };
}

/** A panel whose copies lie side by side has the whole width for them. */
function parsePlace(json: JsonObject): GridPlace {
  const position = asObject(json.gridPos);
  // The second schema says '' where the copies share the width of the panel.
  const isWide =
    asText(json.repeat) &&
    json.repeatDirection !== 'v' &&
    json.repeatDirection !== '';
  const w = isWide ? 24 : clamp(whole(position.w, 12), 1, 24);
  return {
    x: clamp(whole(position.x, 0), 0, 24 - w),
    y: clamp(whole(position.y, 0), 0, LOWEST_ROW),
    w,
    h: clamp(whole(position.h, 8), 1, TALLEST),
  };
}

function isSet(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

function whole(value: unknown, missing: number): number {
  return Math.round(asNumber(value) ?? missing);
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}
