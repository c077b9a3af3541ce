import { Identity } from '../http/identities';
import { specIn } from './dashboardForms';
import { describeDashboard } from './describeDashboard';
import { describeMetadata } from './describeResource';
import { Dashboard, DashboardForm, GrafanaState } from './GrafanaState';

export const DASHBOARD_GROUP = 'dashboard.grafana.app';

/**
 * A dashboard in the Kubernetes form of the API; `undefined` when it would have to be converted
 * to a second form.
 */
export function describeDashboardResource(
  dashboard: Dashboard,
  options: { form: DashboardForm; namespace: string },
): Record<string, any> | undefined {
  const { form, namespace } = options;
  const spec = specIn(dashboard, form);
  const storedVersion =
    form === dashboard.form ? dashboard.formerForm : dashboard.form;
  return (
    spec && {
      kind: 'Dashboard',
      apiVersion: `${DASHBOARD_GROUP}/${form}`,
      metadata: describeMetadata(dashboard, {
        group: DASHBOARD_GROUP,
        namespace,
      }),
      spec,
      status: storedVersion
        ? { conversion: { failed: false, storedVersion } }
        : {},
    }
  );
}

/** What the sub-resource `dto` adds: what somebody may do. */
export function describeDashboardAccess(
  state: GrafanaState,
  dashboard: Dashboard,
  identity: Identity,
): Record<string, unknown> {
  const { meta } = describeDashboard(state, dashboard, identity) as {
    meta: Record<string, any>;
  };
  return {
    slug: meta.slug,
    url: meta.url,
    isPublic: false,
    canSave: meta.canSave,
    canEdit: meta.canEdit,
    // Unlike the legacy API, it does not look for a permission to administer.
    canAdmin: meta.canEdit,
    canStar: false,
    canDelete: meta.canDelete,
    annotationsPermissions: meta.annotationsPermissions,
  };
}
