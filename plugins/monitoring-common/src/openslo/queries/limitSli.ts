import { LabelMatcher } from '../../annotations/types';
import { enforceMatchers } from '../../promql/enforceMatchers';
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
  const limit = (query: string) =>
    DocumentQuery.parse(query)
      .map(promql => enforceMatchers(promql, matchers))
      .toString();
  switch (sli.type) {
    case 'ratio':
      return sli.bad !== undefined
        ? { type: 'ratio', bad: limit(sli.bad), total: limit(sli.total) }
        : { type: 'ratio', good: limit(sli.good), total: limit(sli.total) };
    case 'uptime':
      return { ...sli, gauge: limit(sli.gauge) };
    case 'raw':
      return { ...sli, errorRatio: limit(sli.errorRatio) };
    case 'threshold':
      return { ...sli, query: limit(sli.query) };
    default:
      return sli;
  }
}
