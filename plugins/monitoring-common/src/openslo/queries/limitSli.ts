import { LabelMatcher } from '../../annotations/types';
import { enforceMatchers } from '../../promql/enforceMatchers';
import { mapQueries } from '../../slo/sli/mapQueries';
import { Sli } from '../../slo/types';
import { DocumentQuery } from './DocumentQuery';

/**
 * ANDs label matchers into every selector of an SLI's queries, which a team may have written
 * without `$selector`. A latency SLI has no query of its own: it is measured by `$selector` alone.
 *
 * @throws {@link PromqlError} when a matcher would hold for every series
 * @public
 */
export function limitSli(sli: Sli, matchers: LabelMatcher[]): Sli {
  if (matchers.length === 0) {
    return sli;
  }
  return mapQueries(sli, query =>
    DocumentQuery.parse(query)
      .map(promql => enforceMatchers(promql, matchers))
      .toString(),
  );
}
