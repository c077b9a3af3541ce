import { JsonObject } from '@backstage/types';
import { parseTimeSettings } from '../../intervals/parseTimeSettings';
import { DashboardModel } from '../../types';
import { dashboardContext, PanelMigration } from '../DashboardContext';
import { asNumber, asObject, asObjects, asText, asTexts } from '../json';
import { parseAnnotations } from '../parseAnnotation';
import { parseLinks } from '../parseLink';
import { parseVariable } from '../parseVariable';
import { migrateVariable } from './migrateVariable';
import { sectionsOfPanels } from './sectionsOfPanels';

const CURSOR_SYNC = ['off', 'crosshair', 'tooltip'] as const;

/**
 * A dashboard of the schema that Grafana has had since its beginning, up to version 42.
 *
 * @param migrate - for the panels
 * @param versionWithout - of a dashboard that does not say its version
 */
export function parseV1(
  dashboard: JsonObject,
  migrate: PanelMigration,
  versionWithout: number = 0,
): DashboardModel {
  const schemaVersion = asNumber(dashboard.schemaVersion) ?? versionWithout;
  const former = asObject(asObject(dashboard.services).filter);
  const variables = asObjects(
    asObject(dashboard.templating).list ?? former.list,
  );
  const context = dashboardContext(
    dashboard,
    variables,
    schemaVersion,
    migrate,
  );
  const { from, to } = asObject(dashboard.time ?? former.time);
  const sync =
    asNumber(dashboard.graphTooltip) ??
    Number(Boolean(dashboard.sharedCrosshair));
  return {
    uid: asText(dashboard.uid),
    title: asText(dashboard.title) ?? 'Untitled dashboard',
    tags: asTexts(dashboard.tags),
    time: { from: asText(from) ?? 'now-6h', to: asText(to) ?? 'now' },
    refresh:
      typeof dashboard.refresh === 'string'
        ? asText(dashboard.refresh)
        : undefined,
    timezone: asText(dashboard.timezone),
    timeSettings: parseTimeSettings(dashboard),
    description: asText(dashboard.description),
    variables: variables.flatMap(
      variable =>
        parseVariable(
          migrateVariable(variable, schemaVersion, context.constants),
        ) ?? [],
    ),
    annotations: parseAnnotations(annotationsOf(dashboard)),
    links: parseLinks(dashboard.links),
    cursorSync: CURSOR_SYNC[sync] ?? 'off',
    sections: sectionsOfPanels(dashboard, context),
  };
}

/** They were drop-downs among others before Grafana 2. */
function annotationsOf(dashboard: JsonObject): unknown {
  const former = asObjects(dashboard.pulldowns).find(
    ({ type }) => type === 'annotations',
  );
  return asObject(dashboard.annotations).list ?? former?.annotations;
}
