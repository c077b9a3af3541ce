export * from './DefaultGrafanaDashboardSource';
export * from './GrafanaDashboardSource';
