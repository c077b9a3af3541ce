/** An entity that asks for what its annotations say. */
export function anEntity(
  name: string,
  annotations: Record<string, string>,
): string {
  const lines = Object.entries(annotations).map(
    ([key, value]) => `    ${key}: ${value}\n`,
  );
  return `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ${name}
  annotations:
${lines.join('')}spec:
  type: service
  lifecycle: production
  owner: team-shop
`;
}

/** A service with two SLOs, whose pack needs no look at its metrics. */
export const CHECKOUT = anEntity('checkout', {
  'monitoring/packs': 'http(dialect=opentelemetry)',
  'monitoring/slos': 'availability 99.9% 30d; latency p95 < 500ms 30d',
});

/** An SLO of the service `media`. */
export function anOpenSlo(target: string = '0.999'): string {
  return `apiVersion: openslo/v1
kind: SLO
metadata:
  name: uploads
  displayName: Uploads
spec:
  service: media
  indicator:
    metadata:
      name: uploads
    spec:
      ratioMetric:
        counter: true
        bad:
          metricSource:
            type: Prometheus
            spec:
              query: sum(increase(requests_total{service="media", code=~"5.."}[{{.window}}]))
        total:
          metricSource:
            type: Prometheus
            spec:
              query: sum(increase(requests_total{service="media"}[{{.window}}]))
  timeWindow:
    - duration: 30d
      isRolling: true
  budgetingMethod: Occurrences
  objectives:
    - target: ${target}
`;
}

/** An SLO of the service `shop`, as Sloth writes it. */
export const SLOTH = `version: prometheus/v1
service: shop
slos:
  - name: orders
    objective: 99.5
    sli:
      events:
        error_query: sum(rate(orders_total{result="failed"}[{{.window}}]))
        total_query: sum(rate(orders_total[{{.window}}]))
    alerting:
      page_alert: {}
      ticket_alert: {}
`;
