import { InputError, ServiceUnavailableError } from '@backstage/errors';
import { QueryExecutionError } from '../QueryExecutionError';
import { PrometheusFlavor } from './PrometheusFlavor';
import { plainFlavor } from './plainFlavor';

/** What Mimir's limits mean to whoever asks (recording `limits`); the status says it less well. */
const LIMITS: {
  id: RegExp;
  explain: (name: string, limit: string) => Error;
}[] = [
  {
    id: /^max-total-query-length$/,
    explain: (name, limit) =>
      new InputError(
        `${name} does not answer about so much time at once${limit}; choose a shorter range`,
      ),
  },
  {
    id: /^max-query-length$/,
    explain: (name, limit) =>
      new QueryExecutionError(
        `${name} does not look back so far at once${limit}; choose a shorter window in the query`,
      ),
  },
  {
    id: /^max-(?:series|chunks|estimated-chunks|estimated-memory-consumption|chunks-bytes|estimated-fetched-chunks)/,
    explain: (name, limit) =>
      new QueryExecutionError(
        `${name} would have to read too much for the query${limit}; choose a shorter range or fewer series`,
      ),
  },
  {
    id: /^max-query-expression-size-bytes$/,
    explain: (name, limit) =>
      new InputError(`${name} does not read so long a query${limit}`),
  },
  {
    id: /^query-blocked$/,
    explain: name =>
      new InputError(`${name} does not run this query: its operator blocks it`),
  },
];

/** Mimir, and Cortex where it came from: tenants, and limits of each. */
export const mimirFlavor: PrometheusFlavor = {
  ...plainFlavor,
  explain(name, { status, text }) {
    if (status === 401 && /no org id/.test(text)) {
      return new ServiceUnavailableError(
        `${name} holds data of several tenants; name one by its tenant in app-config`,
      );
    }
    if (status === 422 && /^too many tenant IDs/.test(text)) {
      return new ServiceUnavailableError(
        `${name} does not answer across tenants; name one by its tenant in app-config`,
      );
    }
    const id = /\(err-mimir-([a-z-]+)\)/.exec(text)?.[1];
    const limit = /\blimit: ([^,)]{1,40})/.exec(text)?.[1];
    return id === undefined
      ? undefined
      : LIMITS.find(known => known.id.test(id))?.explain(
          name,
          limit === undefined ? '' : ` (at most ${limit})`,
        );
  },
};
