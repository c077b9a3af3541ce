import { JsonObject } from '@backstage/types';
import { asObject } from '../json';
import { withoutEmpty } from './withoutEmpty';

/** A list of dashboards whose options were the panel's own, before Grafana 8. */
export function migrateDashboardList(json: JsonObject): JsonObject {
  return {
    ...json,
    options: withoutEmpty({
      showStarred: json.starred,
      showRecentlyViewed: json.recent,
      showSearch: json.search,
      showHeadings: json.headings,
      maxItems: json.limit,
      query: json.query,
      tags: json.tags,
      ...asObject(json.options),
    }),
  };
}
