import { createHash } from 'node:crypto';
import { readPointwise } from '@sightline/backstage-plugin-monitoring-common';
import { PrometheusRangeQuery } from '../../sources';
import { isCacheable } from './isCacheable';
import { latestToKeep } from './latestToKeep';
import { Grid, readGrid } from './readGrid';

/** A range query whose answer may be kept, and where. */
export interface Question extends Grid {
  /** All that the answer depends on, its range apart. */
  key: string;
  /** Of the key. */
  hash: string;
  /** What `@` fixes the expression to, in Unix milliseconds; absent: nothing does. */
  fixedAt?: number;
  /** The most series that an answer may have to be the whole one; absent: any number. */
  limit?: number;
}

/** Options of {@link readQuestion}. */
export interface ReadQuestionOptions {
  /** Of the server, its tenant and whatever else decides what it answers. */
  identity: string;
  /** In milliseconds. */
  freshness: number;
  /** Unix milliseconds. */
  now: number;
}

/**
 * What is to be known about a range query before it is looked up.
 *
 * @returns `undefined` when its answer may not be kept
 */
export function readQuestion(
  query: PrometheusRangeQuery,
  { identity, freshness, now }: ReadQuestionOptions,
): Question | undefined {
  const grid = readGrid(query);
  const expression = grid && readPointwise(query.query);
  if (!grid || !isCacheable(expression, latestToKeep(grid, now, freshness))) {
    return undefined;
  }
  const { span, step } = grid;
  const { limit } = query;
  const phase = ((span.start % step) + step) % step;
  const key = JSON.stringify([
    identity,
    expression.canonical,
    step,
    phase,
    limit,
  ]);
  const hash = createHash('sha256').update(key).digest('base64url');
  const { fixedAt } = expression;
  return {
    ...{ span, step, key, hash },
    ...(fixedAt !== undefined && { fixedAt: fixedAt * 1_000 }),
    ...(limit !== undefined && { limit }),
  };
}
