import { HttpDialect } from '../HttpDialect';

/** Telemetry of the proxy before the service. */
export const istio: HttpDialect = {
  id: 'istio',
  title: 'Istio',
  metricsFrom: 'Istio 1.5 and later, reporter destination',
  count: 'istio_requests_total',
  tells: 'reporter="destination"',
  matchers: 'reporter="destination"',
  route: 'destination_service',
  status: 'response_code',
  failed: 'response_code=~"5.."',
  duration: {
    kind: 'histogram',
    metric: 'istio_request_duration_milliseconds',
    unitSeconds: 0.001,
  },
};
