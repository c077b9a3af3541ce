export * from './AlertPoller';
export * from './AuthorizedAlertService';
export * from './DefaultAlertService';
