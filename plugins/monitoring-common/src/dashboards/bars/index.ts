export * from './barChartData';
export * from './distribute';
export * from './readBarChartOptions';
export * from './stackBars';
