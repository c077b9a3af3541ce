import { SliTemplate } from '@sightline/backstage-plugin-monitoring-common';

/** What can be promised of an HTTP service. */
export function httpSlis(): SliTemplate[] {
  return [
    {
      id: 'http:availability',
      title: 'Requests not answered with 5xx',
      serves: ['availability', 'errors'],
      sli: {
        type: 'ratio',
        bad: 'increase(http_request_duration_seconds_count{$selector, status_code=~"5.."}[$window])',
        total:
          'increase(http_request_duration_seconds_count{$selector}[$window])',
      },
    },
    {
      id: 'http:latency',
      title: 'Requests answered fast enough',
      serves: ['latency'],
      sli: {
        type: 'latency',
        histogram: 'http_request_duration_seconds',
        thresholdSeconds: 0.5,
      },
    },
  ];
}
