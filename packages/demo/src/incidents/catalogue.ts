/** What can be made to go wrong, and what it looks like. */
export const INCIDENTS = {
  'upload-failures':
    'ingestor: six of ten uploads fail and are answered with 500',
  'slow-uploads': 'ingestor: most uploads take longer than 10 seconds',
  'storage-errors': 'ingestor and MinIO: one of four storage writes fails',
  'reconciliation-errors':
    'ingestor: reconciliation of stored objects fails every few seconds',
  'pool-exhaustion':
    'PostgreSQL: 94 of 100 connections are in use, media-service is slow',
  'consumer-lag':
    'NATS: variant-generator consumes nothing, its backlog grows past 10,000 within half a minute',
  'graphql-errors': 'gateway: one of eight GraphQL operations fails',
  'credential-stuffing':
    'gateway: somebody guesses passwords, twelve times a second',
  'redis-memory':
    'Redis: memory fills to more than 90 %, keys are evicted, hits become rare',
  'target-down': 'ingestor: its metrics page cannot be read',
} as const;

/** Name of an incident. */
export type IncidentName = keyof typeof INCIDENTS;

/** Tells whether a text is the name of an incident. */
export function isIncidentName(text: string): text is IncidentName {
  return Object.hasOwn(INCIDENTS, text);
}
