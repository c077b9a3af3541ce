import { Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import {
  buildPackDashboard,
  PackContext,
  PackDashboard,
  timeSeriesPanel,
} from '@sightline/backstage-plugin-monitoring-node';
import { sightlineExpressions } from './sightlineExpressions';
import { SIGHTLINE_PANELS } from './sightlinePanelIds';
import { sightlineQueryExpressions } from './sightlineQueryExpressions';
import {
  sightlineQueryPanels,
  sightlineUpstreamPanels,
} from './sightlineQueryPanels';
import { sightlineStats } from './sightlineStats';

type Expressions = ReturnType<typeof sightlineExpressions>;

function runPanels(sightline: Expressions): Panel[] {
  return [
    timeSeriesPanel({
      id: SIGHTLINE_PANELS.runs,
      title: 'Runs per minute',
      description: 'Runs that ended, by how.',
      unit: 'short',
      queries: [{ expression: sightline.runs, legend: '{{status}}' }],
    }),
    timeSeriesPanel({
      id: 11,
      title: 'Duration of runs',
      description: 'Half, 95 % and 99 % of the runs are shorter.',
      unit: 's',
      queries: [0.5, 0.95, 0.99].map(quantile => ({
        expression: sightline.duration(quantile),
        legend: `p${quantile * 100}`,
      })),
    }),
  ];
}

function writePanels(sightline: Expressions): Panel[] {
  return [
    timeSeriesPanel({
      id: 12,
      title: 'Writes per minute',
      description:
        'Objects created, changed or deleted, by kind. A fleet at rest has none.',
      unit: 'short',
      queries: [{ expression: sightline.writes, legend: '{{kind}}' }],
    }),
    timeSeriesPanel({
      id: 13,
      title: 'Failed writes per minute',
      description: 'Writes that a target refused or did not answer.',
      unit: 'short',
      queries: [{ expression: sightline.failedWrites, legend: '{{target}}' }],
    }),
  ];
}

function statePanels(sightline: Expressions): Panel[] {
  return [
    timeSeriesPanel({
      id: 14,
      title: 'Objects by state',
      description: 'How the objects stand after each run.',
      unit: 'short',
      queries: [{ expression: sightline.states, legend: '{{state}}' }],
    }),
    timeSeriesPanel({
      id: SIGHTLINE_PANELS.failed,
      title: 'Failed objects by target',
      description: 'Objects that could not be written.',
      unit: 'short',
      queries: [
        {
          expression: sightline.failedOrNoneByTarget,
          legend: '{{target}}',
        },
      ],
    }),
    timeSeriesPanel({
      id: SIGHTLINE_PANELS.targets,
      title: 'Targets that answer',
      description: '1 while a target can be read and written, 0 while not.',
      unit: 'short',
      queries: [{ expression: sightline.targets, legend: '{{target}}' }],
    }),
  ];
}

/** Sightline's provisioning, the queries that it answers, and the servers that it asks. */
export function sightlineDashboard(context: PackContext): PackDashboard {
  const sightline = sightlineExpressions(context.selector, '$__rate_interval');
  const queries = sightlineQueryExpressions(
    context.selector,
    '$__rate_interval',
  );
  const title = `${context.title} · Sightline`;
  const model = buildPackDashboard({
    title,
    description: `What ${context.title} provisions, and how it answers`,
    tags: ['sightline-pack'],
    stats: sightlineStats(sightline),
    rows: [
      { title: 'Runs', panels: runPanels(sightline) },
      { title: 'Writes', panels: writePanels(sightline) },
      { title: 'Objects and targets', panels: statePanels(sightline) },
      { title: 'Queries', panels: sightlineQueryPanels(queries) },
      { title: 'Servers', panels: sightlineUpstreamPanels(queries) },
    ],
  });
  return { id: 'overview', title, model };
}
