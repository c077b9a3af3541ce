export * from './DashboardsSection';
