import { useContext, useEffect, useMemo, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  AvailableDashboardsResponse,
  DashboardLink,
  DashboardModel,
  interpolateVariables,
} from '@sightline/backstage-plugin-monitoring-common';
import { monitoringApiRef } from '../../../api';
import { useUrlState } from '../../../hooks/useUrlState';
import { EnvironmentContext } from '../../EnvironmentSelect';
import { fillLink, LinkContext, ResolvedLink } from '../DashboardView';

/** As many as one request may ask for. */
const MOST_DASHBOARDS = 200;

type Available = AvailableDashboardsResponse['items'];

/**
 * The links of a dashboard with variables and time filled in. Those to dashboards of the same
 * tags lead to them on this page.
 */
export function useDashboardLinks(
  entityRef: string,
  dashboard: DashboardModel,
  context: LinkContext,
): ResolvedLink[] {
  const { links } = dashboard;
  const { pathAfter } = useUrlState();
  const isTagged = links.some(({ type }) => type === 'dashboards');
  const available = useTagged(entityRef, isTagged);

  return useMemo(
    () =>
      links.flatMap((link): ResolvedLink[] => {
        const write = (text: string) =>
          interpolateVariables(text, { ...context, defaultFormat: 'text' });
        const tooltip = link.tooltip && write(link.tooltip);
        if (link.type === 'dashboards') {
          const places = available
            .filter(one => hasTags(one.tags, link) && one.uid !== dashboard.uid)
            .map(({ uid, title }) => ({
              title,
              url: pathAfter({ dashboard: uid, ...cleared(link, context) }),
              targetBlank: link.targetBlank,
            }));
          const title = write(link.title) || link.tags.join(', ');
          return places.length > 0
            ? [{ title, tooltip, asDropdown: link.asDropdown, places }]
            : [];
        }
        const place = fillLink(link, context);
        return place
          ? [
              {
                title: place.title,
                tooltip,
                asDropdown: false,
                places: [place],
              },
            ]
          : [];
      }),
    [links, dashboard.uid, context, available, pathAfter],
  );
}

/** What of the address another dashboard does not take over. */
function cleared(
  { includeVars, keepTime }: DashboardLink,
  { variables }: LinkContext,
): Record<string, undefined> {
  return {
    viewPanel: undefined,
    dtab: undefined,
    ...(!keepTime && { from: undefined, to: undefined }),
    ...(!includeVars &&
      Object.fromEntries(
        Object.keys(variables).map(name => [`var-${name}`, undefined]),
      )),
  };
}

function hasTags(tags: string[], link: DashboardLink): boolean {
  return link.tags.every(tag => tags.includes(tag));
}

const NONE: Available = [];

function useTagged(entityRef: string, isNeeded: boolean): Available {
  const api = useApi(monitoringApiRef);
  const environment = useContext(EnvironmentContext);
  const [items, setItems] = useState(NONE);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    if (isNeeded) {
      api
        .getAvailableDashboards(
          entityRef,
          { limit: MOST_DASHBOARDS },
          { environment, signal },
        )
        .then(
          answer => !signal.aborted && setItems(answer.items),
          // Without Grafana there is nothing to lead to.
          () => {},
        );
    }
    return () => controller.abort();
  }, [api, entityRef, environment, isNeeded]);
  return items;
}
