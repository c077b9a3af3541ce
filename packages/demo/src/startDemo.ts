import { rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { startGrafanaStandIn } from '@sightline/grafana-stand-in';
import { DEFAULT_PORTS, DemoOptions, DemoPorts } from './config';
import { IncidentControl, MetricsPages, startControlServer } from './control';
import { prepareHistory } from './history';
import { emptyDirectory, writeConfiguration } from './prepareDirectory';
import { findProgram, startAlertmanager, startPrometheus } from './servers';

/** The demo while it runs. */
export interface RunningDemo {
  directory: string;
  ports: DemoPorts;
  /** Of the stand-in, or of the Grafana that was given. */
  grafanaUrl: string;
  /** To be given to the portal after `app-config.yaml`. */
  appConfigFile: string;
  /** Files in it may be edited; the portal reads them again. */
  catalogDirectory: string;
  rulesDirectory: string;
  incidents: IncidentControl;
  /** Ends Prometheus; its data stay. */
  stopPrometheus(): Promise<void>;
  /** Starts it again on the same data. */
  restartPrometheus(): Promise<void>;
  /** Ends everything that was started; more than once does no harm. */
  stop(): Promise<void>;
}

/**
 * Starts the simulated media platform, Prometheus with 30 days of history, Alertmanager, and the
 * stand-in for Grafana unless a real one is given.
 *
 * @throws when a program is missing or a port is taken; whatever was started has ended by then
 */
export async function startDemo(options: DemoOptions): Promise<RunningDemo> {
  const { grafana, onStep = () => {} } = options;
  const { now = () => Date.now() / 1000 } = options;
  const directory = resolve(options.directory);
  const ports = { ...DEFAULT_PORTS, ...options.ports };
  const programs = {
    prometheus: findProgram('prometheus'),
    promtool: findProgram('promtool'),
    alertmanager: findProgram('prometheus-alertmanager', 'alertmanager'),
  };
  const started: (() => Promise<void>)[] = [];
  const addressFile = join(directory, 'demo.json');
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= (async () => {
      await Promise.all(started.map(end => end()));
      await rm(addressFile, { force: true });
    })();
    return stopping;
  };

  try {
    await emptyDirectory(directory);
    onStep('Simulating 30 days of history');
    const { simulation, incidents, isNew } = await prepareHistory({
      cacheDirectory: options.historyDirectory ?? join(directory, 'history'),
      dataDirectory: join(directory, 'prometheus', 'data'),
      promtool: programs.promtool,
      now,
    });
    onStep(
      isNew
        ? 'History is simulated'
        : 'History is kept from the last start, and completed',
    );
    const control = new IncidentControl(simulation, incidents, now);
    const server = await startControlServer(
      ports.control,
      new MetricsPages(simulation, incidents, now),
      control,
    );
    started.push(() => server.close());
    ports.control = server.port;
    onStep(`Simulated services at http://localhost:${ports.control}`);

    let grafanaUrl = grafana?.url;
    if (!grafanaUrl) {
      const standIn = await startGrafanaStandIn({
        port: ports.grafana,
        prometheusUrl: `http://localhost:${ports.prometheus}`,
      });
      started.push(() => standIn.close());
      grafanaUrl = standIn.url;
      onStep(`Grafana stand-in at ${grafanaUrl} (admin/admin)`);
    }
    await writeConfiguration({ directory, ports, grafana, simulation });

    const prometheusOptions = {
      program: programs.prometheus,
      configFile: join(directory, 'prometheus', 'prometheus.yml'),
      dataDirectory: join(directory, 'prometheus', 'data'),
      port: ports.prometheus,
      logFile: join(directory, 'logs', 'prometheus.log'),
    };
    const alertmanager = await startAlertmanager({
      program: programs.alertmanager,
      configFile: join(directory, 'alertmanager', 'alertmanager.yml'),
      dataDirectory: join(directory, 'alertmanager', 'data'),
      port: ports.alertmanager,
      logFile: join(directory, 'logs', 'alertmanager.log'),
    });
    started.push(() => alertmanager.stop());
    onStep(`Alertmanager at http://localhost:${ports.alertmanager}`);
    let prometheus = await startPrometheus(prometheusOptions);
    started.push(() => prometheus.stop());
    onStep(`Prometheus at http://localhost:${ports.prometheus}`);
    await writeFile(addressFile, JSON.stringify({ port: ports.control }));

    return {
      directory,
      ports,
      grafanaUrl,
      appConfigFile: join(directory, 'app-config.demo.yaml'),
      catalogDirectory: join(directory, 'catalog'),
      rulesDirectory: join(directory, 'rules'),
      incidents: control,
      stopPrometheus: () => prometheus.stop(),
      async restartPrometheus() {
        await prometheus.stop();
        prometheus = await startPrometheus(prometheusOptions);
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
