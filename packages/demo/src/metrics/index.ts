export { constantGauge } from './constantGauge';
export { CounterFamily, type CounterSeries } from './CounterFamily';
export { GaugeFamily, type GaugeSeries } from './GaugeFamily';
export { HistogramFamily, type HistogramSeries } from './HistogramFamily';
export { meanLatency, sharesWithin, type LatencyShape } from './LatencyShape';
export type { MetricFamily, SeriesName } from './MetricFamily';
