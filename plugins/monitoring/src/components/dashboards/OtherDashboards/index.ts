export { OtherDashboards } from './OtherDashboards';
export type { DashboardOption } from './DashboardOptions';
