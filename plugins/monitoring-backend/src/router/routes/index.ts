export * from './alertRoutes';
export * from './dashboardRoutes';
export * from './entityRoutes';
export * from './panelRoutes';
export * from './sloRoutes';
export { suggestionRoutes } from './suggestionRoutes';
export { variableRoutes } from './variableRoutes';
export { notificationRoutes } from './notificationRoutes';
