import {
  identityRef,
  MonitoringSpec,
  objectKey,
  objectUid,
} from '@sightline/backstage-plugin-monitoring-common';
import { entityLink } from './entityLink';
import { PackContribution } from './resolvePacks';
import { siblingLink } from './siblingLink';
import { ResolvedDashboard } from './types';

function dashboardKey(
  spec: MonitoringSpec,
  pack: string,
  dashboard: string,
): string {
  return objectKey(
    identityRef(spec),
    'dashboard',
    `${pack}/${dashboard}`,
    spec.environment,
  );
}

/** Uid of the dashboard that a pack gives to an entity. */
export function dashboardUid(
  spec: MonitoringSpec,
  pack: string,
  dashboard: string,
): string {
  return objectUid(dashboardKey(spec, pack, dashboard));
}

/**
 * An entity's dashboards, as they stand in Grafana. Each leads to its siblings of the same
 * environment, and to the portal where that is known.
 *
 * @param contributions - of the entity's packs
 * @param portalUrl - where the portal is; absent: no link leads there
 */
export function resolveDashboards(
  spec: MonitoringSpec,
  contributions: PackContribution[],
  portalUrl: string | undefined,
): ResolvedDashboard[] {
  const suffix = spec.environment ? ` · ${spec.environment}` : '';
  const named = contributions.flatMap(({ pack, dashboards }) =>
    dashboards.map(({ id, title, make }) => ({
      summary: {
        key: dashboardKey(spec, pack, id),
        uid: dashboardUid(spec, pack, id),
        pack,
        id,
        title: `${title}${suffix}`,
      },
      make,
    })),
  );
  return named.map(({ summary, make }) => ({
    ...summary,
    get model() {
      const { uid, title } = summary;
      const model = make();
      return {
        ...model,
        uid,
        ...(suffix ? { title } : {}),
        links: [
          ...((model.links as unknown[] | undefined) ?? []),
          ...(portalUrl ? [entityLink(portalUrl, spec)] : []),
          ...named
            .filter(other => other.summary.uid !== uid)
            .map(sibling => siblingLink(sibling.summary)),
        ],
      };
    },
  }));
}
