import {
  DashboardListOptions,
  DashboardSummary,
} from '@sightline/backstage-plugin-monitoring-common';

type ListedDashboard = DashboardSummary & { tags?: string[] };

/**
 * The entity's dashboards that a panel's options ask for, by title.
 *
 * @remarks
 * Without a search, Grafana lists what the reader has starred or seen last, which is known to it
 * alone: then all are listed.
 *
 * @param options - with its variables filled in
 */
export function listedDashboards(
  dashboards: ListedDashboard[],
  options: Pick<
    DashboardListOptions,
    'showSearch' | 'query' | 'tags' | 'maxItems'
  >,
): ListedDashboard[] {
  const query = options.query.toLocaleLowerCase();
  const tags = options.tags.filter(Boolean);
  return dashboards
    .filter(
      ({ title, tags: own = [] }) =>
        !options.showSearch ||
        (title.toLocaleLowerCase().includes(query) &&
          tags.every(tag => own.includes(tag))),
    )
    .sort((a, b) => a.title.localeCompare(b.title, 'en'))
    .slice(0, options.maxItems);
}
