/**
 * Source, dialect, seconds between the pages; then what Prometheus answered on the whole pages, where
 * it knew earlier ones too: requests per second, failing share, p95 in seconds, requests in flight.
 */
export type Recorded = [
  source: string,
  dialect: string,
  seconds: number,
  rate: number,
  errorRatio: number,
  p95: number | undefined,
  inFlight: number | undefined,
];

// prettier-ignore
export const RECORDED: Recorded[] = [
  ['http-express-prom-bundle', 'express-prom-bundle', 36.1, 4.9433, 0.0829, 0.0981, undefined],
  ['http-express-prom-bundle-summary', 'express-prom-bundle-summary', 36.1, 5.05, 0.0818, 1.2014, undefined],
  ['http-prom-client-custom', 'prom-client-code', 36.1, 5.18, 0.0875, 0.0488, 6],
  ['http-otel-js-stable', 'opentelemetry-js', 36.1, 5.2, 0.0814, 0.0494, undefined],
  ['http-otel-js-old', 'opentelemetry-js-old', 36.1, 5.2267, 0.088, 0.0492, undefined],
  ['http-otel-python-stable', 'opentelemetry', 36.1, 4.9933, 0.0915, 0.0496, 2],
  ['http-otel-python-old', 'opentelemetry-old-python', 36.1, 5, 0.0927, 0.0499, 1],
  ['http-otel-go', 'opentelemetry', 36.1, 4.6867, 0.0832, 0.0497, undefined],
  ['http-otel-go-old', 'opentelemetry-old-go', 36.2, 4.7933, 0.0855, 0.0493, undefined],
  ['http-otel-otlp', 'opentelemetry', 45, 4.59, 0.0196, 0.198, undefined],
  ['http-aspnet-otel', 'opentelemetry', 45, 4.7, 0.0191, 0.1965, 3],
  ['http-aspnet-prometheus-net', 'prometheus-net', 45, 4.7, 0.0191, 0.174, 3],
  ['http-fastapi-instrumentator', 'fastapi-instrumentator', 36.1, 5.01, 0.0845, 0.0492, 1],
  ['http-starlette-exporter', 'starlette-exporter', 36.2, 4.7967, 0.0952, 0.0048, 3],
  ['http-flask-exporter', 'flask-exporter', 36.2, 1.1983, 0.3199, 0.0048, undefined],
  ['http-django-prometheus', 'django-prometheus', 36.1, 4.9967, 0.0907, 0.0483, undefined],
  ['http-go-promhttp', 'go-promhttp', 36.1, 4.9133, 0.0848, 0.0492, 2],
  ['http-spring-boot', 'spring-boot', 36.2, 5.3533, 0.0785, 0.0159, 5],
  ['ingress-nginx-collector', 'ingress-nginx', 36.1, 5.3467, 0.1521, 1.4975, undefined],
  ['traefik', 'traefik', 36.1, 4.65, 0.0939, 0.0989, 1],
  ['caddy-2.11', 'caddy', 36.2, 4.9733, 0.1354, 0.0498, 2],
  ['haproxy', 'haproxy', 36.1, 4.99, 0.1209, undefined, 2],
  ['istio-proxy', 'istio', 45, 5.855, 0.0111, 0.2309, undefined],
  ['envoy-proxy', 'envoy', 45, 4.41, 0.0306, 0.2194, 6],
  ['kong-gateway', 'kong', 45, 4.81, 0.0094, 0.2296, 14],
  ['linkerd-proxy', 'linkerd', 45, 4.52, 0.0243, 0.1435, undefined],
];
