export * from './DefaultGrafanaAlertSource';
export * from './DefaultGrafanaDashboardSource';
export * from './GrafanaAlertSource';
export * from './GrafanaDashboardSource';
