export * from './BarChartPanel';
