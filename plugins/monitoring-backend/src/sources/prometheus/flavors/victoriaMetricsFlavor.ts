import { InputError } from '@backstage/errors';
import {
  formatLabelMatchers,
  sharedMatchers,
} from '@sightline/backstage-plugin-monitoring-common';
import { QueryExecutionError } from '../QueryExecutionError';
import { Fields, PrometheusFlavor } from './PrometheusFlavor';

/**
 * VictoriaMetrics, one node or a cluster.
 *
 * Its language has more than PromQL, so what the scope is goes beside the query too, where no
 * reading of the query can lose it. Its cache moves a range that is not on the grid of its step to
 * that grid, as those of other time zones are not: then it is left out. `round_digits` is off by default.
 */
export const victoriaMetricsFlavor: PrometheusFlavor = {
  // In a cluster the path says whose data is meant; a single node has no tenants.
  prefix: ({ tenant }) => (tenant ? `/select/${tenant}/prometheus` : ''),
  fields({ partialResponse, scope }, asked, expressions) {
    const enforced = sharedMatchers(
      expressions,
      scope.map(({ label }) => label),
    );
    return {
      nocache: isOnGrid(asked) ? undefined : '1',
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

function isOnGrid({ start, step }: Fields): boolean {
  return step === undefined || Number(start) % Number(step) === 0;
}
