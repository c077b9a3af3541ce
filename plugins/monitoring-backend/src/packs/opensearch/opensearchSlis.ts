import { SliTemplate } from '@sightline/backstage-plugin-monitoring-common';
import { opensearchExpressions } from './opensearchExpressions';

/** What can be promised of a search cluster. */
export function opensearchSlis(): SliTemplate[] {
  const { reachable, status } = opensearchExpressions('$selector', '$window');
  return [
    {
      id: 'opensearch:uptime',
      title: 'Minutes in which the cluster answers and is not red',
      serves: ['uptime', 'availability'],
      sli: {
        type: 'uptime',
        // A cluster that does not answer has no status.
        gauge: `(${reachable}) * ((max(${status}) < bool 2) or (${reachable}))`,
      },
    },
  ];
}
