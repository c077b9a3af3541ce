import { JsonServer } from '../http';
import { GrafanaCallOptions } from './GrafanaDashboardSource';

/** The newest first; a Grafana serves what it knows. */
const VERSIONS = ['v2', 'v2beta1', 'v2alpha1'];

/**
 * Whether Grafana's first form of a dashboard lacks everything: so it is with some that are stored in
 * the second schema, of which that form keeps nothing but the title (recording `apis-dashboards`).
 */
export function isEmptyForm({
  panels,
  rows,
}: Record<string, unknown>): boolean {
  return ![panels, rows].some(list => Array.isArray(list) && list.length > 0);
}

/**
 * A dashboard in the second schema, with Grafana's resource around it; undefined where Grafana does
 * not serve it.
 *
 * @param uid - one that Grafana accepts
 */
export async function readSecondSchema(
  uid: string,
  server: JsonServer,
  options?: GrafanaCallOptions,
): Promise<Record<string, unknown> | undefined> {
  for (const version of VERSIONS) {
    const answer = await server.request({
      path: `/apis/dashboard.grafana.app/${version}/namespaces/default/dashboards/${encodeURIComponent(
        uid,
      )}`,
      signal: options?.signal,
    });
    if (answer.status === 200) {
      const resource = server.read(answer) as {
        spec?: { elements?: Record<string, unknown> };
      };
      return Object.keys(resource?.spec?.elements ?? {}).length > 0
        ? (resource as Record<string, unknown>)
        : undefined;
    }
  }
  return undefined;
}
