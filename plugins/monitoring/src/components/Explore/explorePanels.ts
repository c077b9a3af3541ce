import {
  dashboardPanels,
  PanelModel,
  parseDashboard,
} from '@sightline/backstage-plugin-monitoring-common';

/** How an answer is shown: over time, or its values at one time. */
export type ExploreMode = 'graph' | 'table';

const [graph, table] = dashboardPanels(
  parseDashboard({
    panels: [
      {
        id: 1,
        type: 'timeseries',
        title: '',
        gridPos: { x: 0, y: 0, w: 24, h: 12 },
        targets: [{ refId: 'A', expr: '' }],
        options: {
          legend: { displayMode: 'list', placement: 'bottom' },
          tooltip: { mode: 'multi', sort: 'desc' },
        },
      },
      {
        id: 2,
        type: 'table',
        title: '',
        gridPos: { x: 0, y: 12, w: 24, h: 12 },
        targets: [{ refId: 'A', expr: '', format: 'table', instant: true }],
      },
    ],
  }),
);

/** The panels of dashboards that draw answers. */
export const EXPLORE_PANELS: Record<ExploreMode, PanelModel> = { graph, table };
