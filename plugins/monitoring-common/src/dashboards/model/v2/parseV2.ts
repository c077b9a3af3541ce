import { JsonObject } from '@backstage/types';
import { parseTimeSettings } from '../../intervals/parseTimeSettings';
import { DashboardModel } from '../../types';
import { dashboardContext } from '../DashboardContext';
import { asObject, asObjects, asText, asTexts } from '../json';
import { migratePanel } from '../migrations/migratePanel';
import { parseAnnotations } from '../parseAnnotation';
import { parseLinks } from '../parseLink';
import { parseVariable } from '../parseVariable';
import { LayoutReader } from './LayoutReader';
import { queryOf } from './panelOfElement';
import { variableOfKind } from './variableOfKind';

/** The last version of the first schema, whose forms the second one has kept. */
const LATEST_V1 = 42;

const CURSOR_SYNC = ['off', 'crosshair', 'tooltip'] as const;

/** A dashboard of Grafana's second schema: `v2alpha1`, `v2beta1`, `v2`. */
export function parseV2(dashboard: JsonObject): DashboardModel {
  const variables = asObjects(dashboard.variables)
    .map(variableOfKind)
    .filter((one): one is JsonObject => one !== undefined);
  const context = dashboardContext(
    dashboard,
    variables,
    LATEST_V1,
    migratePanel,
  );
  const reader = new LayoutReader(asObject(dashboard.elements), context);
  reader.read(asObject(dashboard.layout));
  const time = asObject(dashboard.timeSettings);
  return {
    uid: asText(dashboard.uid),
    title: asText(dashboard.title) ?? 'Untitled dashboard',
    tags: asTexts(dashboard.tags),
    time: { from: asText(time.from) ?? 'now-6h', to: asText(time.to) ?? 'now' },
    refresh: asText(time.autoRefresh),
    timezone: asText(time.timezone),
    timeSettings: parseTimeSettings(time),
    description: asText(dashboard.description),
    variables: variables.flatMap(variable => parseVariable(variable) ?? []),
    annotations: parseAnnotations(
      asObjects(dashboard.annotations).map(annotationOfKind),
    ),
    links: parseLinks(dashboard.links),
    cursorSync:
      CURSOR_SYNC.find(
        one => one === asText(dashboard.cursorSync)?.toLowerCase(),
      ) ?? 'off',
    ...(reader.tabs.length > 0 && { tabs: reader.tabs }),
    sections: reader.sections.filter(
      ({ title, panels }) => title !== undefined || panels.length > 0,
    ),
  };
}

/** In the form of the first schema. */
function annotationOfKind(json: JsonObject): JsonObject {
  const spec = asObject(json.spec);
  const { datasource, spec: target } = queryOf(
    asObject(spec.query),
    spec.datasource,
  );
  return { ...asObject(spec.legacyOptions), ...spec, datasource, target };
}
