import { Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import { timeSeriesPanel } from '@sightline/backstage-plugin-monitoring-node';
import { SIGHTLINE_PANELS } from './sightlinePanelIds';
import { sightlineQueryExpressions } from './sightlineQueryExpressions';

type Expressions = ReturnType<typeof sightlineQueryExpressions>;

/** How people's queries are answered. */
export function sightlineQueryPanels(queries: Expressions): Panel[] {
  return [
    timeSeriesPanel({
      id: 20,
      title: 'Range queries by how they are answered',
      description:
        'Per second. hit: all was known; partial: only what was missing was asked for; miss: nothing was known; bypass: the answer may not be kept; stale: the server failed.',
      unit: 'reqps',
      stacked: true,
      queries: [{ expression: queries.answers, legend: '{{state}}' }],
    }),
    timeSeriesPanel({
      id: SIGHTLINE_PANELS.known,
      title: 'Samples that were known',
      description:
        'Share of the samples in answers that no server was asked for again, by server.',
      unit: 'percentunit',
      queries: [{ expression: queries.known, legend: '{{upstream}}' }],
    }),
    timeSeriesPanel({
      id: 22,
      title: 'Samples per second',
      description:
        'Those of answers, by where they came from. What comes from the cache is saved.',
      unit: 'short',
      stacked: true,
      queries: [{ expression: queries.samples, legend: '{{source}}' }],
    }),
    timeSeriesPanel({
      id: 23,
      title: 'Answers given twice',
      description:
        'Per second: panels sent as they had been sent before, and queries that shared the answer to the same one under way or just ended.',
      unit: 'reqps',
      queries: [
        { expression: queries.reusedLines, legend: 'Panels' },
        { expression: queries.joins, legend: 'Queries' },
      ],
    }),
    timeSeriesPanel({
      id: 24,
      title: 'Stale answers',
      description:
        'Range queries per second answered with what was known before, because the server failed.',
      unit: 'reqps',
      queries: [{ expression: queries.stale, legend: '{{upstream}}' }],
    }),
    timeSeriesPanel({
      id: 25,
      title: 'Memory of the caches',
      description:
        'Of the replica that holds most. Each cache is bounded; the least used goes first.',
      unit: 'bytes',
      queries: [{ expression: queries.cacheBytes, legend: '{{cache}}' }],
    }),
  ];
}

/** How the servers that are asked do. */
export function sightlineUpstreamPanels(queries: Expressions): Panel[] {
  return [
    timeSeriesPanel({
      id: 30,
      title: 'Latency of servers',
      description:
        'Half and 99 % of the requests are answered sooner, from the first byte sent to the last one read.',
      unit: 's',
      queries: [0.5, 0.99].map(share => ({
        expression: queries.duration(share),
        legend: `{{upstream}} p${share * 100}`,
      })),
    }),
    timeSeriesPanel({
      id: 31,
      title: 'Requests by how they end',
      description:
        'Per second. refused: the server’s 4xx; queue-full and breaker-open: not sent.',
      unit: 'reqps',
      stacked: true,
      queries: [{ expression: queries.outcomes, legend: '{{outcome}}' }],
    }),
    timeSeriesPanel({
      id: 32,
      title: 'Queue',
      description: 'Requests under way, and those that wait for a slot.',
      unit: 'short',
      queries: [
        { expression: queries.active, legend: '{{upstream}} under way' },
        { expression: queries.waiting, legend: '{{upstream}} waiting' },
      ],
    }),
    timeSeriesPanel({
      id: 33,
      title: 'Waiting time',
      description: '99 % of the requests wait less for a slot.',
      unit: 's',
      queries: [{ expression: queries.waited, legend: '{{upstream}}' }],
    }),
    timeSeriesPanel({
      id: SIGHTLINE_PANELS.refused,
      title: 'Refused by the queue',
      description:
        'Share of the requests that were not sent, because too many waited or they had waited too long. More than 5 % warns.',
      unit: 'percentunit',
      queries: [{ expression: queries.refused, legend: '{{upstream}}' }],
      thresholds: { critical: 0.05 },
    }),
    timeSeriesPanel({
      id: SIGHTLINE_PANELS.breakers,
      title: 'Breakers',
      description:
        '1 while a server is left in peace after failures, 0 while it is asked.',
      unit: 'short',
      queries: [{ expression: queries.breakers, legend: '{{upstream}}' }],
    }),
  ];
}
