import { InputError } from '@backstage/errors';

/**
 * Prometheus read the query and cannot run it: it would load too many samples, or its sides do not
 * match one to one. Another range or less data may help.
 */
export class QueryExecutionError extends InputError {}
