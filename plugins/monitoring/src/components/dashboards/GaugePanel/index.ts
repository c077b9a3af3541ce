export * from './GaugePanel';
