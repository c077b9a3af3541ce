import {
  PackContext,
  PackDashboardOptions,
  timeSeriesPanel,
} from '@sightline/backstage-plugin-monitoring-node';
import { minioExpressions } from './minioExpressions';
import { MINIO_ERRORS, MINIO_PANELS } from './minioPanels';

/** What clients ask of the object store, what fails and how long it takes. */
export function minioTrafficRows(
  context: PackContext,
): PackDashboardOptions['rows'] {
  const minio = minioExpressions(context.selector, '$__rate_interval');
  return [
    {
      title: 'Traffic',
      panels: [
        timeSeriesPanel({
          id: MINIO_PANELS.bandwidth,
          title: 'Bandwidth',
          description:
            'Bytes per second that clients sent to the object store and received from it, all nodes together.',
          unit: 'Bps',
          queries: [
            { expression: minio.received, legend: 'In' },
            { expression: minio.sent, legend: 'Out' },
          ],
        }),
        timeSeriesPanel({
          id: 11,
          title: 'Requests by API',
          description:
            'S3 requests per second by API, stacked. Version 2 of the metrics writes the APIs in lower case, version 3 as S3 does.',
          unit: 'reqps',
          stacked: true,
          queries: [{ expression: minio.requestsByApi, legend: '{{api}}' }],
        }),
        timeSeriesPanel({
          id: 12,
          title: 'Requests in flight',
          description:
            'Requests that are being answered at this moment. A number that grows means that drives or network do not keep up.',
          unit: 'short',
          queries: [{ expression: minio.inFlight, legend: 'In flight' }],
        }),
      ],
    },
    {
      title: 'Errors',
      panels: [
        timeSeriesPanel({
          id: MINIO_PANELS.failedShare,
          title: 'Failing requests',
          description:
            'Share of requests that the object store could not serve (5xx), and share that it refused (4xx: missing objects, bad signatures). Over 5 % of 5xx for 5 minutes pages.',
          unit: 'percentunit',
          queries: [
            { expression: minio.failedShare, legend: 'Failed (5xx)' },
            { expression: minio.refusedShare, legend: 'Refused (4xx)' },
          ],
          thresholds: MINIO_ERRORS,
        }),
        timeSeriesPanel({
          id: 14,
          title: 'Failing requests by API',
          description:
            'Share of the requests of each API answered with 5xx. Only writes: too few drives for a write quorum.',
          unit: 'percentunit',
          queries: [{ expression: minio.failedShareByApi, legend: '{{api}}' }],
          thresholds: MINIO_ERRORS,
        }),
        timeSeriesPanel({
          id: 15,
          title: 'Errors between nodes',
          description:
            'Calls from node to node that failed, per second. Anything that lasts points to the network between the nodes. Always 0 with a single node.',
          unit: 'ops',
          queries: [
            { expression: minio.errorsBetweenNodes, legend: 'Failed calls' },
          ],
        }),
      ],
    },
    {
      title: 'Duration',
      panels: [
        timeSeriesPanel({
          id: 16,
          title: 'Time to first byte',
          description:
            'How long clients wait for the first byte of the answer: half, 95 % and 99 % wait less.',
          unit: 's',
          queries: [0.5, 0.95, 0.99].map(quantile => ({
            expression: minio.timeToFirstByte(quantile),
            legend: `p${quantile * 100}`,
          })),
        }),
        timeSeriesPanel({
          id: 17,
          title: 'Time to first byte by API',
          description:
            '95 % of the requests of an API wait less than this for the first byte.',
          unit: 's',
          queries: [
            {
              expression: minio.timeToFirstByteByApi(0.95),
              legend: '{{api}}',
            },
          ],
        }),
      ],
    },
  ];
}
