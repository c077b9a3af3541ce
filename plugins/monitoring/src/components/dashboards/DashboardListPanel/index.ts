export { DashboardListPanel } from './DashboardListPanel';
