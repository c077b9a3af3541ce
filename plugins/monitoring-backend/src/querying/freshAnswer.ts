import { QueryRangeResult } from './QueryClient';

/**
 * The answer to a range query, for those who cannot show how old it is.
 *
 * @throws why the server did not answer now
 */
export function freshAnswer(answer: QueryRangeResult): QueryRangeResult {
  if (answer.cache?.failure) {
    throw answer.cache.failure;
  }
  return answer;
}
