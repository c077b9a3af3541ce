import { GrafanaState } from './GrafanaState';
import { slugify } from './slugify';

/** Path of a dashboard's page. */
export function dashboardUrl(
  { server }: GrafanaState,
  uid: string,
  title: unknown,
): string {
  return `${server.subPath}/d/${uid}/${slugify(title)}`;
}

/** Path of a folder's page. */
export function folderUrl(
  { server }: GrafanaState,
  uid: string,
  title: string,
): string {
  return `${server.subPath}/dashboards/f/${uid}/${slugify(title)}`;
}
