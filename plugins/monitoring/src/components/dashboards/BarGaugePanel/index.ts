export * from './BarGaugePanel';
