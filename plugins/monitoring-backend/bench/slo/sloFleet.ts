import { Slo } from '@sightline/backstage-plugin-monitoring-common';

const WINDOW = { type: 'rolling', duration: 30 * 86_400 } as const;

/** Two SLOs of a service as the short forms give them: availability 99.9 %, latency 95 % ≤ 500 ms. */
export function slosOf(service: string): Slo[] {
  const common = {
    entityRef: `component:default/${service}`,
    selector: `service="${service}"`,
    window: WINDOW,
  };
  return [
    {
      ...common,
      id: 'availability',
      title: 'Availability',
      sliId: 'http:availability',
      sli: {
        type: 'ratio',
        bad: 'increase(http_requests_total{$selector, code=~"5.."}[$window])',
        total: 'increase(http_requests_total{$selector}[$window])',
      },
      objective: '0.999',
    },
    {
      ...common,
      id: 'latency-500-ms',
      title: 'Latency ≤ 500 ms',
      sliId: 'http:latency',
      sli: {
        type: 'latency',
        histogram: 'http_request_duration_seconds',
        thresholdSeconds: 0.5,
      },
      objective: '0.95',
    },
  ];
}

/** @param size - services, of two SLOs each */
export function sloFleet(size: number): Slo[] {
  return Array.from({ length: size }, (_, index) => `service-${index}`).flatMap(
    slosOf,
  );
}
