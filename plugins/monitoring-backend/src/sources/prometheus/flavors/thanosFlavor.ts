import { ServiceUnavailableError } from '@backstage/errors';
import { PrometheusFlavor } from './PrometheusFlavor';

/** gRPC's codes of a store that does not answer; of the others the query is to blame. */
const STORE_FAILED =
  /rpc error: code = (?:Aborted|Canceled|DeadlineExceeded|Unavailable|Unknown)\b|(?:fetch|receive) series (?:for|from)\b/;

/** The querier of Thanos: it asks several stores, any of which may be down. */
export const thanosFlavor: PrometheusFlavor = {
  prefix: () => '',
  tenantHeader: 'thanos-tenant',
  fields: ({ partialResponse }) => ({
    // Both can be switched at the server; an answer must not depend on it.
    dedup: 'true',
    partial_response: partialResponse ? 'true' : 'false',
  }),
  explain: (name, { errorType, text }) =>
    errorType === 'execution' && STORE_FAILED.test(text)
      ? new ServiceUnavailableError(
          `${name} could not read from all of its stores, and partial answers are not allowed (partialResponse): ${text}`,
        )
      : undefined,
};
