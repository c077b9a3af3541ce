import { SliTemplate } from '@sightline/backstage-plugin-monitoring-common';

/**
 * What can be promised of a service's HTTP requests: answers other than 5xx, and answers in time.
 *
 * @param pack - the id of the pack that offers them
 */
export function platformHttpSlis(pack: string): SliTemplate[] {
  return [
    {
      id: `${pack}:availability`,
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
      id: `${pack}:latency`,
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
