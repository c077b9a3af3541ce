import { HttpDialect } from '../HttpDialect';

/** Telemetry of the proxy before the service, which classifies gRPC as well. */
export const linkerd: HttpDialect = {
  id: 'linkerd',
  title: 'Linkerd',
  metricsFrom: 'Linkerd 2.19 proxy, inbound',
  count: 'response_total',
  tells: 'direction="inbound", classification!=""',
  matchers: 'direction="inbound"',
  status: 'status_code',
  failed: 'classification="failure"',
  duration: {
    kind: 'histogram',
    metric: 'response_latency_ms',
    unitSeconds: 0.001,
  },
  note: 'A failure is what Linkerd classifies so: 5xx, and gRPC’s faults of the server.',
};
