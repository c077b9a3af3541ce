export * from './buildHistogram';
export * from './panelHistogram';
export * from './readHistogramOptions';
export * from './transformToHistogram';
