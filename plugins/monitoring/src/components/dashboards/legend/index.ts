export * from './LegendItem';
export * from './LegendLayout';
export * from './legendValues';
export * from './PanelLegend';
export * from './SeriesMark';
export * from './sortLegend';
export * from './useVisibleItems';
