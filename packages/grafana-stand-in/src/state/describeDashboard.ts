import { Identity } from '../http/identities';
import { Dashboard, GrafanaState } from './GrafanaState';
import { slugify } from './slugify';
import { dashboardUrl, folderUrl } from './urls';

/** Answer of `GET /api/dashboards/uid/:uid`. */
export function describeDashboard(
  state: GrafanaState,
  dashboard: Dashboard,
  identity: Identity,
): Record<string, unknown> {
  const write = identity.role !== 'Viewer';
  const access = { canAdd: write, canEdit: write, canDelete: write };
  const { annotations } = dashboard;
  const isFromFile =
    annotations['grafana.app/managedBy'] === 'classic-file-provisioning';
  const folder = state.folders.get(dashboard.folderUid);
  const slug = slugify(dashboard.data.title);
  return {
    meta: {
      type: 'db',
      canSave: write,
      canEdit: write,
      canAdmin: identity.role === 'Admin' || dashboard.maker === identity.name,
      canStar: true,
      canDelete: write,
      slug,
      url: dashboardUrl(state, dashboard.uid, dashboard.data.title),
      expires: '0001-01-01T00:00:00Z',
      created: dashboard.created,
      updated: dashboard.updated,
      updatedBy: dashboard.updatedBy,
      createdBy: dashboard.createdBy,
      version: dashboard.version,
      hasAcl: false,
      isFolder: false,
      // 12.4 says so whatever form is stored.
      apiVersion: 'v0alpha1',
      folderId: folder?.id ?? 0,
      folderUid: folder?.uid ?? '',
      folderTitle: folder?.title ?? 'General',
      folderUrl: folder ? folderUrl(state, folder.uid, folder.title) : '',
      provisioned:
        isFromFile && annotations['grafana.app/managerAllowsEdits'] !== 'true',
      provisionedExternalId: isFromFile
        ? annotations['grafana.app/sourcePath'] ?? ''
        : '',
      annotationsPermissions: {
        dashboard: access,
        organization: access,
      },
    },
    dashboard: {
      ...dashboard.data,
      id: dashboard.id,
      version: dashboard.version,
    },
  };
}
