export * from './AlertmanagerClient';
export * from './DefaultAlertmanagerClient';
