import { parse } from 'yaml';
import { IncidentTimeline } from '../incidents';
import { Simulation } from '../model';
import { prometheusConfig } from './prometheusConfig';

describe('prometheusConfig', () => {
  const config = parse(
    prometheusConfig({
      targets: Simulation.create(0, new IncidentTimeline()).targets,
      metricsPort: 9464,
      portalMetricsPort: 9465,
      alertmanagerPort: 9093,
      rulesDirectory: '/demo/rules',
    }),
  );

  it('loads every rule file that the portal writes', () => {
    expect(config.rule_files).toEqual(['/demo/rules/*.yaml']);
  });

  it("labels a target's series with its service, as the default selector expects", () => {
    expect(config.scrape_configs[0]).toMatchObject({
      job_name: 'ingestor',
      metrics_path: '/metrics/ingestor',
      honor_labels: true,
      static_configs: [
        {
          targets: ['127.0.0.1:9464'],
          labels: { instance: 'ingestor-0', service: 'ingestor' },
        },
      ],
    });
  });

  it('looks at the portal too, as a service of its own', () => {
    expect(config.scrape_configs.at(-1)).toEqual({
      job_name: 'sightline',
      static_configs: [
        {
          targets: ['127.0.0.1:9465'],
          labels: { instance: 'portal', service: 'sightline' },
        },
      ],
    });
  });

  it('sends alerts to Alertmanager', () => {
    expect(config.alerting.alertmanagers[0].static_configs).toEqual([
      { targets: ['127.0.0.1:9093'] },
    ]);
  });
});
