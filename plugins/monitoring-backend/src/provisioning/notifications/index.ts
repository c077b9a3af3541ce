export { DefaultTestNotificationService } from './DefaultTestNotificationService';
export * from './TestNotificationService';
