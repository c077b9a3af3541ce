import {
  DashboardReference,
  DashboardSummary,
} from '@sightline/backstage-plugin-monitoring-common';
import { ReadOptions } from './FoundDashboard';
import { GrafanaReader } from './GrafanaReader';
import { LINK_NOT_ALLOWED } from './linkNotAllowed';

/** The dashboards that one entry of `monitoring/dashboards` stands for. */
export async function listLinkedDashboards(
  { type, value }: DashboardReference,
  grafana: GrafanaReader,
  options: ReadOptions,
): Promise<DashboardSummary[]> {
  const source = 'grafana' as const;
  if (type === 'tag') {
    const list = await grafana.listByTag(value, options);
    // Without an answer it is not known which dashboards these are.
    return 'failure' in list
      ? []
      : list.value
          .filter(link => grafana.mayBeLinked(link))
          .map(({ uid, title, url }) => ({ uid, title, source, url }));
  }
  const read = await grafana.read(value, options);
  const summary = {
    uid: value,
    title: value,
    source,
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
  if (!grafana.mayBeLinked(read.value)) {
    return [{ ...summary, notice: LINK_NOT_ALLOWED }];
  }
  return [{ ...summary, title: read.value.title }];
}
