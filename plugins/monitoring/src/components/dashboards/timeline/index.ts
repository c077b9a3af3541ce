export * from './RowNames';
export * from './rowPlaces';
export * from './shownText';
export * from './stateColors';
export * from './stateLines';
export * from './TimelineFrame';
