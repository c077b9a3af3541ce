export { demoNotifications } from './demoNotifications';
export { NotificationLog } from './NotificationLog';
export { notificationsPage } from './notificationsPage';
export { readPosted } from './readPosted';
export type { ReceivedNotification } from './ReceivedNotification';
export { startMailSink, type MailSink } from './startMailSink';
