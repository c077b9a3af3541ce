import { SliTemplate } from '@sightline/backstage-plugin-monitoring-common';

/** Requests of each server, taken once where several pages repeat them. */
function events(name2: string, name3: string): string {
  return `sum by (server) (max by (server, api) (increase(${name2}{$selector}[$window]))) or sum by (server) (max by (server, name, type) (increase(${name3}{$selector}[$window])))`;
}

/** What can be promised of an object store. */
export function minioSlis(): SliTemplate[] {
  return [
    {
      id: 'minio:availability',
      title: 'Requests not answered with 5xx',
      serves: ['availability', 'errors'],
      sli: {
        type: 'ratio',
        bad: events(
          'minio_s3_requests_5xx_errors_total',
          'minio_api_requests_5xx_errors_total',
        ),
        total: events('minio_s3_requests_total', 'minio_api_requests_total'),
      },
    },
  ];
}
