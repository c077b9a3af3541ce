import {
  AlertListQuery,
  SloListQuery,
} from '@sightline/backstage-plugin-monitoring-common';
import { SloHistoryQuery } from '../querying';

/**
 * Query parameters of a request. They were checked against the OpenAPI document and brought into
 * its types before a route sees them.
 */
type Checked = object;

/** Query of `GET /v1/slos`. */
export function parseSloListQuery(query: Checked): SloListQuery {
  const { state, owner, system, search, sort, limit, cursor } =
    query as SloListQuery;
  return { state, owner, system, search, sort, limit, cursor };
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

/** Query of `GET …/slos/{id}/history`. */
export function parseSloHistoryQuery(query: Checked): SloHistoryQuery {
  const { from, to, step } = query as SloHistoryQuery;
  return { from, to, step };
}
