import { ComponentType, lazy, memo } from 'react';
import { PanelKind } from '@sightline/backstage-plugin-monitoring-common';
import { PanelProps } from '../types';

type PanelComponent = ComponentType<PanelProps>;

/** Code of each kind of panel: a dashboard loads only what it draws. */
const LOADERS: Partial<Record<PanelKind, () => Promise<PanelComponent>>> = {
  timeseries: () =>
    import('../TimeSeriesPanel').then(module => module.TimeSeriesPanel),
  stat: () => import('../StatPanel').then(module => module.StatPanel),
  gauge: () => import('../GaugePanel').then(module => module.GaugePanel),
  bargauge: () =>
    import('../BarGaugePanel').then(module => module.BarGaugePanel),
  table: () => import('../TablePanel').then(module => module.TablePanel),
  heatmap: () => import('../HeatmapPanel').then(module => module.HeatmapPanel),
  barchart: () =>
    import('../BarChartPanel').then(module => module.BarChartPanel),
  histogram: () =>
    import('../HistogramPanel').then(module => module.HistogramPanel),
  piechart: () =>
    import('../PieChartPanel').then(module => module.PieChartPanel),
  'state-timeline': () =>
    import('../StateTimelinePanel').then(module => module.StateTimelinePanel),
  'status-history': () =>
    import('../StatusHistoryPanel').then(module => module.StatusHistoryPanel),
  alertlist: () =>
    import('../AlertListPanel').then(module => module.AlertListPanel),
  dashlist: () =>
    import('../DashboardListPanel').then(module => module.DashboardListPanel),
  text: () => import('../TextPanel').then(module => module.TextPanel),
};

// Their frame is drawn more often than what they show changes.
const asLazy = (load: () => Promise<PanelComponent>) =>
  lazy(async () => ({ default: memo(await load()) }));

const COMPONENTS = new Map(
  Object.entries(LOADERS).map(([kind, load]) => [kind, asLazy(load)]),
);

/** What draws a kind of panel; absent when nothing does. */
export function panelComponent(
  kind: PanelKind,
): ReturnType<typeof asLazy> | undefined {
  return COMPONENTS.get(kind);
}

/** Loads the code of a kind of panel while its data is still under way. */
export function preloadPanel(kind: PanelKind): void {
  // Should it fail, drawing the panel tries again and says so.
  LOADERS[kind]?.().catch(() => {});
}
