export * from './characters';
export * from './formatBurnRate';
export * from './formatDuration';
export * from './formatElapsed';
export * from './formatNumber';
export * from './formatPercent';
export * from './formatTime';
export * from './formatValue';
