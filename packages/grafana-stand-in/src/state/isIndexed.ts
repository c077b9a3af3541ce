import { Dashboard, GrafanaState } from './GrafanaState';

/** How late the index of what folders hold is. In milliseconds. */
const LAG = 5_000;
/** How late the check is whether a folder is empty, for what the Kubernetes form of the API made. */
const CHECK_LAG = 1_000;

function ageOf(state: GrafanaState, { history }: Dashboard): number {
  return state.milliseconds() - Number(history[0].resourceVersion) / 1_000;
}

/** Whether a dashboard shows in what 12.4 finds in a folder. */
export function isIndexed(state: GrafanaState, dashboard: Dashboard): boolean {
  return ageOf(state, dashboard) >= LAG;
}

/** Whether a dashboard keeps the legacy API from deleting its folder. */
export function isNoticed(state: GrafanaState, dashboard: Dashboard): boolean {
  const [fields] = dashboard.managedFields;
  return fields?.manager === 'grafana' || ageOf(state, dashboard) >= CHECK_LAG;
}
