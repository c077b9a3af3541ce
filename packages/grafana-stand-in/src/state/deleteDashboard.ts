import { Dashboard, GrafanaState } from './GrafanaState';

/** Why 12.4 does not delete a dashboard; `undefined` when it does. */
export function refuseDelete({ annotations }: Dashboard): string | undefined {
  return annotations['grafana.app/managedBy'] === 'classic-file-provisioning' &&
    annotations['grafana.app/managerAllowsEdits'] !== 'true'
    ? 'provisioned dashboard cannot be deleted'
    : undefined;
}

/** A dashboard that is gone and whose uid 12.4 has known. */
export function deleteDashboard(state: GrafanaState, uid: string): void {
  state.dashboards.delete(uid);
  state.gone.add(uid);
}
