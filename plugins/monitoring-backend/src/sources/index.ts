export * from './alertmanager';
export * from './createSources';
export * from './grafana';
export {
  CredentialsRefusedError,
  NoAnswerError,
  QueueRefusalError,
  UpstreamMetrics,
} from './http';
export * from './isMoment';
export * from './prometheus';
export * from './texts';
