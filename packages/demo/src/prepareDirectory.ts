import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Simulation } from './model';
import { PACKAGE_DIRECTORY } from './packageDirectory';
import { alertmanagerConfig, prometheusConfig } from './servers';
import { demoAppConfig, DemoAlerts, DemoPorts, GrafanaAccess } from './config';

/** What is not kept from one start to the next. */
const FRESH = ['prometheus', 'alertmanager', 'rules', 'catalog', 'database'];
const CATALOG = join(PACKAGE_DIRECTORY, 'catalog');

/** Empties the demo's directory but for history and logs. */
export async function emptyDirectory(directory: string): Promise<void> {
  for (const name of FRESH) {
    await rm(join(directory, name), { recursive: true, force: true });
    await mkdir(join(directory, name), { recursive: true });
  }
}

/**
 * Writes the catalog, which may be edited while the demo runs, and the configuration of Prometheus,
 * Alertmanager and the portal.
 */
export async function writeConfiguration(options: {
  directory: string;
  ports: DemoPorts;
  grafana?: GrafanaAccess;
  alerts?: DemoAlerts;
  simulation: Simulation;
  /** Of the server that takes the demo's mail. */
  mailPort: number;
}): Promise<void> {
  const { directory, ports, grafana, alerts, simulation, mailPort } = options;
  await cp(CATALOG, join(directory, 'catalog'), { recursive: true });
  await writeFile(
    join(directory, 'prometheus', 'prometheus.yml'),
    prometheusConfig({
      targets: simulation.targets,
      metricsPort: ports.control,
      portalMetricsPort: ports.metrics,
      alertmanagerPort: ports.alertmanager,
      rulesDirectory: join(directory, 'rules'),
    }),
  );
  // Alertmanager starts with the operator's part alone; the portal adds to it.
  for (const name of ['base.yml', 'alertmanager.yml']) {
    await writeFile(
      join(directory, 'alertmanager', name),
      alertmanagerConfig(),
    );
  }
  await writeFile(
    join(directory, 'app-config.demo.yaml'),
    `# Written when the demo starts.\n${JSON.stringify(
      demoAppConfig({ directory, ports, mailPort, grafana, alerts }),
      undefined,
      2,
    )}\n`,
    // It may hold the token of a real Grafana.
    { mode: 0o600 },
  );
}
