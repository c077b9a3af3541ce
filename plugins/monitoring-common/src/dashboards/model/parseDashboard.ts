import { JsonObject } from '@backstage/types';
import { DashboardModel, DashboardSection, PanelModel } from '../types';
import { checkPanelSources } from './checkPanelSources';
import { asObject, asText } from './json';
import { placePanels } from './placePanels';
import { parseV1 } from './v1/parseV1';
import { parseV2 } from './v2/parseV2';

/** Grafana answers with dashboards of this version where it says `v1`. */
const LATEST_V1 = 42;

/**
 * A Grafana dashboard as Sightline understands it: v1 JSON of any version, whose former forms are
 * read as Grafana reads them, or v2.
 *
 * @remarks
 * Total: whatever the JSON holds, the result has everything that could be understood, and
 * panels that could not be are `unsupported`. The JSON that is given stays as it is.
 *
 * @param json - the dashboard itself, Grafana's answer with the dashboard inside, or a resource of
 * its Kubernetes-like API
 * @public
 */
export function parseDashboard(json: unknown): DashboardModel {
  const { dashboard, uid, version } = unwrap(asObject(json));
  const model = isV2(dashboard)
    ? parseV2(dashboard)
    : parseV1(dashboard, version);
  return {
    ...model,
    uid: model.uid ?? uid,
    sections: checkPanelSources(model.sections).map(placed),
  };
}

/**
 * All panels of a dashboard, row by row.
 *
 * @public
 */
export function dashboardPanels(dashboard: DashboardModel): PanelModel[] {
  return dashboard.sections.flatMap(section => section.panels);
}

function unwrap(outer: JsonObject): {
  dashboard: JsonObject;
  uid?: string;
  version?: number;
} {
  if ('dashboard' in outer) {
    return { dashboard: asObject(outer.dashboard) };
  }
  const isMigrated = /\/v1/.test(asText(outer.apiVersion) ?? '');
  return 'spec' in outer && !('panels' in outer)
    ? {
        dashboard: asObject(outer.spec),
        uid: asText(asObject(outer.metadata).name),
        ...(isMigrated && { version: LATEST_V1 }),
      }
    : { dashboard: outer };
}

function isV2({ elements, layout }: JsonObject): boolean {
  return (
    Object.keys(asObject(layout)).length > 0 ||
    Object.keys(asObject(elements)).length > 0
  );
}

function placed(section: DashboardSection): DashboardSection {
  if (section.autoGrid) {
    return section;
  }
  const places = placePanels(section.panels.map(({ gridPos }) => gridPos));
  return {
    ...section,
    panels: section.panels.map((panel, at) => ({
      ...panel,
      gridPos: places[at],
    })),
  };
}
