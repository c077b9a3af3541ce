export type { StateDisplay } from './displayOfRow';
export * from './formatStateDuration';
export * from './readTimelineOptions';
export * from './stateCells';
export * from './stateLegend';
export * from './stateSegments';
export * from './thresholdLabels';
export * from './timelineRows';
