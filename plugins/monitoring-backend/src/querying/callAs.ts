import { PrometheusInstance } from './PrometheusInstance';

/**
 * The same Prometheus, asked on behalf of a person, so that nobody takes all there is of it.
 *
 * @param caller - tells people apart; absent: nobody in particular
 */
export function callAs<T extends PrometheusInstance>(
  instance: T,
  caller: string | undefined,
): T {
  const { client } = instance;
  return {
    ...instance,
    client: {
      id: client.id,
      query: (query, options) => client.query(query, { ...options, caller }),
      queryRange: (query, options) =>
        client.queryRange(query, { ...options, caller }),
      labelNames: (query, options) =>
        client.labelNames(query, { ...options, caller }),
      labelValues: (label, query, options) =>
        client.labelValues(label, query, { ...options, caller }),
      series: (query, options) => client.series(query, { ...options, caller }),
    },
  };
}
