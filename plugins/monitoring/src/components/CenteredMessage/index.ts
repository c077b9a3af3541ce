export * from './CenteredMessage';
