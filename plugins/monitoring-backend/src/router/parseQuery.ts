import { InputError } from '@backstage/errors';
import {
  AlertListQuery,
  AvailableDashboardsQuery,
  SloListQuery,
  SloRollupKey,
} from '@sightline/backstage-plugin-monitoring-common';
import { SloReference } from '../observing';
import { SloHistoryQuery } from '../querying';

/**
 * Query parameters of a request. They were checked against the OpenAPI document and brought into
 * its types before a route sees them.
 */
type Checked = object;

/** Query of `GET /v1/slos`. */
export function parseSloListQuery(query: Checked): SloListQuery {
  const { state, owner, system, domain, search, sort, order, limit, cursor } =
    query as SloListQuery;
  return { state, owner, system, domain, search, sort, order, limit, cursor };
}

/** Query of `GET /v1/slos/rollups`. */
export function parseSloRollupQuery(query: Checked): {
  by: SloRollupKey;
  query: SloListQuery;
} {
  const { by, state, owner, system, domain, search } = query as SloListQuery & {
    by: SloRollupKey;
  };
  return { by, query: { state, owner, system, domain, search } };
}

/**
 * Query of `GET /v1/slos/trends`: an entity's ref and an SLO's id, with a bar between them.
 *
 * @throws `InputError` for one without a bar
 */
export function parseSloTrendQuery(query: Checked): SloReference[] {
  const { slo } = query as { slo: string[] };
  return slo.map(name => {
    const [entityRef, id, ...more] = name.split('|');
    if (!entityRef || !id || more.length > 0) {
      throw new InputError(
        `The parameter 'slo' is '${name.slice(
          0,
          100,
        )}'; expected an entity's ref and an SLO's id, component:default/ingestor|availability`,
      );
    }
    return { entityRef: entityRef.toLocaleLowerCase('en-US'), id };
  });
}

/** Query of `GET /v1/alerts`. */
export function parseAlertListQuery(query: Checked): AlertListQuery {
  const { state, severity, owner, system, limit } = query as AlertListQuery;
  return { state, severity, owner, system, limit };
}

/** Query of what belongs to one of an entity's environments. */
export function parseEnvironmentQuery(query: Checked): {
  environment?: string;
} {
  const { environment } = query as { environment?: string };
  return { environment };
}

/** Query of `GET …/available-dashboards`. */
export function parseAvailableDashboardsQuery(
  query: Checked,
): AvailableDashboardsQuery {
  const { query: text, limit } = query as AvailableDashboardsQuery;
  return { query: text, limit };
}

/** Query of `GET …/slos/{id}/history`. */
export function parseSloHistoryQuery(query: Checked): SloHistoryQuery {
  const { from, to, step } = query as SloHistoryQuery;
  return { from, to, step };
}
