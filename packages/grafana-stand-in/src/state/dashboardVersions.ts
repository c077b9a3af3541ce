import { Identity } from '../http/identities';
import { decodeToken, encodeToken } from './continueToken';
import { Dashboard, DashboardVersion, GrafanaState } from './GrafanaState';
import { MESSAGE, writeDashboard } from './writeDashboard';

/** One version of a dashboard as its history shows it. */
export function describeVersion(
  { id, uid }: Dashboard,
  entry: DashboardVersion,
): Record<string, unknown> {
  const { version, restoredFrom, created, message, data, createdBy } = entry;
  return {
    id: version,
    dashboardId: id,
    uid,
    parentVersion: version - 1,
    restoredFrom,
    version,
    created,
    message,
    data: { ...data, version },
    createdBy,
  };
}

/** The history of a dashboard, newest first; `undefined` when the token stands for nothing. */
export function listVersions(
  dashboard: Dashboard,
  query: { limit?: number; continueToken?: string },
): Record<string, unknown> | undefined {
  const { limit, continueToken } = query;
  const from = continueToken ? decodeToken(continueToken) : undefined;
  if (continueToken && !from) {
    return undefined;
  }
  const all = [...dashboard.history]
    .reverse()
    .filter(
      ({ resourceVersion }) =>
        !from || Number(resourceVersion) < from.resourceVersion,
    );
  const page = all.slice(0, limit || undefined);
  const last = page[page.length - 1];
  return {
    continueToken:
      page.length < all.length
        ? encodeToken({
            offset: page.length,
            resourceVersion: Number(last.resourceVersion),
          })
        : '',
    versions: page.map(entry => describeVersion(dashboard, entry)),
  };
}

/** Makes an old version the newest one. */
export function restoreVersion(
  state: GrafanaState,
  dashboard: Dashboard,
  { version, data }: DashboardVersion,
  by: Identity,
): Dashboard {
  return writeDashboard(
    state,
    dashboard,
    {
      uid: dashboard.uid,
      annotations: {
        ...dashboard.annotations,
        [MESSAGE]: `Restored from version ${version}`,
      },
      labels: dashboard.labels,
      form: 'v0alpha1',
      data,
      managedFields: dashboard.managedFields,
      grants: false,
      restoredFrom: version,
    },
    by,
  );
}
