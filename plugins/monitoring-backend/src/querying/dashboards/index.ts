export * from './DashboardService';
export * from './DefaultDashboardService';
export * from './GrafanaReader';
