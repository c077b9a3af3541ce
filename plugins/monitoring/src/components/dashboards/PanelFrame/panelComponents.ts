import { ComponentType, lazy, LazyExoticComponent } from 'react';
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
  text: () => import('../TextPanel').then(module => module.TextPanel),
};

const COMPONENTS = new Map<PanelKind, LazyExoticComponent<PanelComponent>>(
  Object.entries(LOADERS).map(([kind, load]) => [
    kind as PanelKind,
    lazy(async () => ({ default: await load() })),
  ]),
);

/** What draws a kind of panel; absent when nothing does. */
export function panelComponent(
  kind: PanelKind,
): LazyExoticComponent<PanelComponent> | undefined {
  return COMPONENTS.get(kind);
}

/** Loads the code of a kind of panel while its data is still under way. */
export function preloadPanel(kind: PanelKind): void {
  // Should it fail, drawing the panel tries again and says so.
  LOADERS[kind]?.().catch(() => {});
}
