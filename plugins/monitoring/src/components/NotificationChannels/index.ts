export * from './NotificationChannels';
