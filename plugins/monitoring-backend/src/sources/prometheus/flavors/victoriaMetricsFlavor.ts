import { InputError } from '@backstage/errors';
import {
  formatLabelMatchers,
  sharedMatchers,
} from '@sightline/backstage-plugin-monitoring-common';
import { QueryExecutionError } from '../QueryExecutionError';
import { PrometheusFlavor } from './PrometheusFlavor';

/**
 * VictoriaMetrics, one node or a cluster.
 *
 * Its language has more than PromQL, so what the scope is goes beside the query too, where no
 * reading of the query can lose it. Its cache moves only ranges that are not on the grid of their
 * step, and ours are: `nocache` is not needed. Nor is `round_digits`, which is off by default.
 */
export const victoriaMetricsFlavor: PrometheusFlavor = {
  // In a cluster the path says whose data is meant; a single node has no tenants.
  prefix: ({ tenant }) => (tenant ? `/select/${tenant}/prometheus` : ''),
  fields({ partialResponse, scope }, expressions) {
    const enforced = sharedMatchers(
      expressions,
      scope.map(({ label }) => label),
    );
    return {
      deny_partial_response: partialResponse ? undefined : '1',
      'extra_filters[]':
        enforced.length > 0 ? `{${formatLabelMatchers(enforced)}}` : undefined,
    };
  },
  explain(name, { status, errorType, text }) {
    // The type is the status once more.
    if (errorType !== String(status)) {
      return undefined;
    }
    switch (status) {
      case 400:
        return new InputError(`${name} cannot read the query: ${text}`);
      case 422:
        return new QueryExecutionError(`${name} cannot run the query: ${text}`);
      default:
        return undefined;
    }
  },
};
