import { collectDefaultMetrics, Metric, Registry } from 'prom-client';
import { MetricFamily } from '../metrics';
import { SimulatedTarget } from '../model';

/**
 * A simulated family in the form in which prom-client's registry takes its own metrics. Its
 * histograms can only observe one request at a time and start at zero; ours go on from history.
 */
function asMetric(family: MetricFamily): Metric {
  const metric = {
    name: family.name,
    help: family.help,
    type: family.type,
    aggregator: 'sum',
    get: async () => ({
      name: family.name,
      help: family.help,
      type: family.type,
      aggregator: 'sum',
      values: family.read().map((value, index) => ({
        value,
        labels: family.series[index].labels,
        metricName: family.series[index].name,
      })),
    }),
  };
  return metric as unknown as Metric;
}

/** The registry behind a target's page; a service also shows this Node.js process as its own. */
export function createRegistry(target: SimulatedTarget): Registry {
  const registry = new Registry();
  if (target.isService) {
    collectDefaultMetrics({
      register: registry,
      labels: { service: target.name },
    });
  }
  for (const family of target.families) {
    registry.registerMetric(asMetric(family));
  }
  return registry;
}
