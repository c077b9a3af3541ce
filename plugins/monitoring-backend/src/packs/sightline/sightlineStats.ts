import { Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import { statPanel } from '@sightline/backstage-plugin-monitoring-node';
import { sightlineExpressions } from './sightlineExpressions';
import { SIGHTLINE_PANELS } from './sightlinePanelIds';

/** The numbers that matter first. */
export function sightlineStats(
  sightline: ReturnType<typeof sightlineExpressions>,
): Panel[] {
  return [
    statPanel({
      id: 1,
      title: 'Objects',
      description:
        'Dashboards, rule groups, contact points and the like that Sightline looks after.',
      unit: 'short',
      queries: [{ expression: sightline.managed, legend: 'Objects' }],
    }),
    statPanel({
      id: 2,
      title: 'In sync',
      description: 'Share of the objects that stand as they are wanted.',
      unit: 'percentunit',
      decimals: 1,
      queries: [{ expression: sightline.inSyncShare, legend: 'In sync' }],
    }),
    statPanel({
      id: 3,
      title: 'Failed',
      description: 'Objects that could not be written.',
      unit: 'short',
      queries: [{ expression: sightline.failedNow, legend: 'Failed' }],
      thresholds: { warning: 1, critical: 10 },
    }),
    statPanel({
      id: 4,
      title: 'Drifted or in conflict',
      description:
        'Objects that a person edited, or in whose place something else stands. They are kept.',
      unit: 'short',
      queries: [{ expression: sightline.driftedNow, legend: 'Kept' }],
    }),
    statPanel({
      id: SIGHTLINE_PANELS.deletions,
      title: 'Deletions that wait',
      description:
        'Objects that would go in one run, more than may go without a person.',
      unit: 'short',
      queries: [{ expression: sightline.waiting, legend: 'Waiting' }],
      thresholds: { warning: 1, critical: 100 },
    }),
    statPanel({
      id: 6,
      title: 'Last success',
      description: 'How long ago the last run ended that succeeded.',
      unit: 's',
      queries: [{ expression: sightline.sinceSuccess, legend: 'Ago' }],
      thresholds: { warning: 1_800, critical: 3_600 },
    }),
  ];
}
