import { JsonObject } from '@backstage/types';
import { DashboardModel, DashboardSection } from '../types';
import { checkPanelSources } from './checkPanelSources';
import { asObject, asText } from './json';
import { placePanels } from './placePanels';

/** Grafana answers with dashboards of this version where it says `v1`. */
const LATEST_V1 = 42;

/**
 * Finds the dashboard in what Grafana answers, and completes what was read of it.
 *
 * @param read - reads the dashboard itself; the version is that of one that does not say it
 */
export function readModel(
  json: unknown,
  read: (dashboard: JsonObject, version?: number) => DashboardModel,
): DashboardModel {
  const { dashboard, uid, version } = unwrap(asObject(json));
  const model = read(dashboard, version);
  return {
    ...model,
    uid: model.uid ?? uid,
    sections: checkPanelSources(model.sections).map(placed),
  };
}

/** Whether a dashboard is one of Grafana's second schema. */
export function isV2({ elements, layout }: JsonObject): boolean {
  return (
    Object.keys(asObject(layout)).length > 0 ||
    Object.keys(asObject(elements)).length > 0
  );
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
