import {
  DashboardLink,
  DashboardLinkBuilder,
  DashboardLinkType,
} from '@grafana/grafana-foundation-sdk/dashboard';

/** The link from one of an entity's dashboards to another, with the same time range. */
export function siblingLink(dashboard: {
  uid: string;
  title: string;
}): DashboardLink {
  return new DashboardLinkBuilder(dashboard.title)
    .type(DashboardLinkType.Link)
    .icon('dashboard')
    .keepTime(true)
    .url(`/d/${dashboard.uid}`)
    .build();
}
