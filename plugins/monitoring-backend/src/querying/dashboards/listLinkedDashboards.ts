import {
  DashboardReference,
  DashboardSummary,
} from '@sightline/backstage-plugin-monitoring-common';
import { ReadOptions } from './FoundDashboard';
import { GrafanaReader } from './GrafanaReader';

/** The dashboards that one entry of `monitoring/dashboards` stands for. */
export async function listLinkedDashboards(
  { type, value }: DashboardReference,
  grafana: GrafanaReader,
  options: ReadOptions,
): Promise<DashboardSummary[]> {
  if (type === 'tag') {
    const list = await grafana.listByTag(value, options);
    // Without an answer it is not known which dashboards these are.
    return 'failure' in list
      ? []
      : list.value.map(link => ({ ...link, source: 'grafana' as const }));
  }
  const read = await grafana.read(value, options);
  const summary = {
    uid: value,
    title: value,
    source: 'grafana' as const,
    url: grafana.urlOf(value),
  };
  if ('failure' in read) {
    return [{ ...summary, notice: read.failure.message }];
  }
  if (!read.value) {
    return [
      {
        ...summary,
        notice: `Grafana '${grafana.id}' has no dashboard with this uid; check monitoring/dashboards.`,
      },
    ];
  }
  return [{ ...summary, title: read.value.title }];
}
