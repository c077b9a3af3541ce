import { HttpDialect } from '../HttpDialect';

/** Counts by route and status class; fine buckets without, coarse ones with the route. */
export const fastapiInstrumentator: HttpDialect = {
  id: 'fastapi-instrumentator',
  title: 'FastAPI instrumentator',
  metricsFrom: 'prometheus-fastapi-instrumentator 8.1',
  count: 'http_requests_total',
  tells: 'handler!="", status!=""',
  route: 'handler',
  status: 'status',
  failed: 'status=~"5.."',
  duration: {
    kind: 'histogram',
    metric: 'http_request_duration_highr_seconds',
    unitSeconds: 1,
    labelled: 'http_request_duration_seconds',
  },
  inFlight: { metric: 'http_requests_inprogress', optional: true },
};
