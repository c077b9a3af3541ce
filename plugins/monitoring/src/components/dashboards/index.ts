export * from './DashboardsSection';
export * from './DashboardView';
