/** The alerts of the media platform's list, and what the demo does to bring them about. */
export const PLATFORM_ALERTS = [
  {
    alert: 'HighUploadFailureRate',
    incident: 'upload-failures',
    kind: 'component',
    entity: 'ingestor',
    severity: 'critical',
  },
  {
    alert: 'SlowUploadResponseTime',
    incident: 'slow-uploads',
    kind: 'component',
    entity: 'ingestor',
    severity: 'critical',
  },
  {
    alert: 'StorageOperationFailures',
    incident: 'storage-errors',
    kind: 'component',
    entity: 'ingestor',
    severity: 'critical',
  },
  {
    alert: 'ReconciliationErrors',
    incident: 'reconciliation-errors',
    kind: 'component',
    entity: 'ingestor',
    severity: 'critical',
  },
  {
    alert: 'DatabasePoolExhausted',
    incident: 'pool-exhaustion',
    kind: 'resource',
    entity: 'postgresql',
    severity: 'critical',
  },
  {
    alert: 'ConsumerLag',
    incident: 'consumer-lag',
    kind: 'resource',
    entity: 'nats',
    severity: 'warning',
  },
  {
    alert: 'HighGraphQLErrorRate',
    incident: 'graphql-errors',
    kind: 'component',
    entity: 'gateway',
    severity: 'warning',
  },
  {
    alert: 'RedisMemoryHigh',
    incident: 'redis-memory',
    kind: 'resource',
    entity: 'redis',
    severity: 'warning',
  },
] as const;
