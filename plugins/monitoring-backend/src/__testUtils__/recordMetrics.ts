import { MetricsService } from '@backstage/backend-plugin-api/alpha';

/**
 * Keeps what is counted: the sum of each counter, the last value of each gauge and histogram, as
 * `name{label="value"}`.
 */
export function recordMetrics(): {
  metrics: MetricsService;
  series: Map<string, number>;
} {
  const series = new Map<string, number>();
  const nameOf = (name: string, labels: object = {}) =>
    `${name}{${Object.entries(labels)
      .map(([label, value]) => `${label}="${value}"`)
      .join(',')}}`;
  const set = (name: string) => ({
    record: (value: number, labels?: object) =>
      series.set(nameOf(name, labels), value),
  });
  const metrics = {
    createCounter: (name: string) => ({
      add: (value: number, labels?: object) => {
        const id = nameOf(name, labels);
        series.set(id, (series.get(id) ?? 0) + value);
      },
    }),
    createGauge: set,
    createHistogram: set,
  } as unknown as MetricsService;
  return { metrics, series };
}
