import { useMemo } from 'react';
import {
  DashboardModel,
  DashboardVariable,
  interpolateVariables,
  VariableValues,
} from '@sightline/backstage-plugin-monitoring-common';
import { useUrlState } from '../../../hooks/useUrlState';
import { TitledTab } from './DashboardTabs';

/** Name in the address of the tab that is shown, as in Grafana. */
const TAB_PARAM = 'dtab';

/** The tabs of a dashboard, and the one that is shown: the address says which. */
export function useTabs(
  dashboard: DashboardModel,
  variables: VariableValues,
  definitions: DashboardVariable[],
) {
  const { params, change } = useUrlState();
  const tabs = useMemo(() => {
    const used = new Map<string, number>();
    return (dashboard.tabs ?? []).map((tab): TitledTab => {
      const title = interpolateVariables(tab.title, {
        variables,
        definitions,
        scoped: tab.scopedVariables,
        defaultFormat: 'text',
      });
      const slug = slugOf(title) || tab.id;
      const times = used.get(slug) ?? 0;
      used.set(slug, times + 1);
      return {
        id: tab.id,
        title,
        slug: times === 0 ? slug : `${slug}__${times}`,
      };
    });
  }, [dashboard, variables, definitions]);
  const wanted = params.get(TAB_PARAM);
  const chosen = tabs.find(({ slug }) => slug === wanted) ?? tabs[0];

  return {
    tabs,
    /** Id of the tab that is shown; absent when there are none. */
    chosen: chosen?.id,
    change: ({ slug }: TitledTab) => change({ [TAB_PARAM]: slug }),
  };
}

function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}
