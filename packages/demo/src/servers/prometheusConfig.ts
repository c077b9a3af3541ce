import { stringify } from 'yaml';
import { SimulatedTarget } from '../model';

/**
 * Configuration of Prometheus, YAML. Scrapes and evaluates every five seconds, so that an incident
 * is seen while one watches.
 *
 * @param options - `metricsPort` serves the pages of all targets, `portalMetricsPort` that of the
 * portal's backend, which may not run; `rulesDirectory` may be empty
 */
export function prometheusConfig(options: {
  targets: readonly SimulatedTarget[];
  metricsPort: number;
  portalMetricsPort: number;
  alertmanagerPort: number;
  rulesDirectory: string;
}): string {
  const { targets, metricsPort, alertmanagerPort, rulesDirectory } = options;
  const simulated = targets.map(({ name, job, instance }) => ({
    job_name: job,
    metrics_path: `/metrics/${name}`,
    // The pages carry `service`, as those of the platform do; so do `up` and its like.
    honor_labels: true,
    static_configs: [
      {
        targets: [`127.0.0.1:${metricsPort}`],
        labels: { instance, service: name },
      },
    ],
  }));
  const portal = {
    job_name: 'sightline',
    static_configs: [
      {
        targets: [`127.0.0.1:${options.portalMetricsPort}`],
        labels: { instance: 'portal', service: 'sightline' },
      },
    ],
  };
  return stringify({
    global: { scrape_interval: '5s', evaluation_interval: '5s' },
    rule_files: [`${rulesDirectory}/*.yaml`],
    alerting: {
      alertmanagers: [
        {
          static_configs: [{ targets: [`127.0.0.1:${alertmanagerPort}`] }],
        },
      ],
    },
    scrape_configs: [...simulated, portal],
  });
}
