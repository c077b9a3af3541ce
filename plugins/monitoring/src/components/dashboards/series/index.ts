export * from './alignSeries';
export * from './axisText';
export * from './clockText';
export * from './fillBands';
export * from './panelSeries';
export * from './seriesOfFrames';
export * from './stackSeries';
export * from './withOpacity';
