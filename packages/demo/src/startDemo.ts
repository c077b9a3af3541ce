import { rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { startGrafanaStandIn } from '@sightline/grafana-stand-in';
import { DEFAULT_PORTS, DemoOptions, DemoPorts } from './config';
import { IncidentControl, MetricsPages, startControlServer } from './control';
import { prepareHistory } from './history';
import { IncidentTimeline } from './incidents';
import { Infrastructure, startInfrastructure } from './infrastructure';
import { NotificationLog, startMailSink } from './notifications';
import { emptyDirectory, writeConfiguration } from './prepareDirectory';
import { refuseSecondDemo } from './refuseSecondDemo';
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
  /** What its channels received. */
  notifications: NotificationLog;
  /** Which servers are real, and why the others are not. */
  infrastructure: Infrastructure['states'];
  /** Ends Prometheus; its data stay. */
  stopPrometheus(): Promise<void>;
  /** Starts it again on the same data. */
  restartPrometheus(): Promise<void>;
  /** Ends everything that was started; more than once does no harm. */
  stop(): Promise<void>;
}

/** What has been started, to be ended in any case. */
class Started {
  readonly #ends: (() => Promise<unknown>)[] = [];
  #stopping?: Promise<void>;

  add(end: () => Promise<unknown>): void {
    this.#ends.push(end);
  }

  stop(): Promise<void> {
    this.#stopping ??= Promise.all(this.#ends.map(end => end())).then(() => {});
    return this.#stopping;
  }
}

/** The stand-in, unless a real Grafana is given. */
async function startGrafana(
  { grafana }: DemoOptions,
  ports: DemoPorts,
  started: Started,
): Promise<string> {
  if (grafana) {
    return grafana.url;
  }
  const standIn = await startGrafanaStandIn({
    port: ports.grafana,
    prometheusUrl: `http://localhost:${ports.prometheus}`,
  });
  started.add(() => standIn.close());
  return standIn.url;
}

/**
 * Starts the simulated media platform, Prometheus with 30 days of history, Alertmanager, and the
 * stand-in for Grafana unless a real one is given.
 *
 * @throws `NotFoundError` when a program is missing, `ConflictError` when the directory is in use,
 * and when a port is taken; whatever was started has ended by then
 */
export async function startDemo(options: DemoOptions): Promise<RunningDemo> {
  const { grafana, onStep = () => {} } = options;
  const { now = () => Date.now() / 1000 } = options;
  const directory = resolve(options.directory);
  const ports = { ...DEFAULT_PORTS, ...options.ports };
  const prometheusOptions = {
    program: findProgram('prometheus'),
    configFile: join(directory, 'prometheus', 'prometheus.yml'),
    dataDirectory: join(directory, 'prometheus', 'data'),
    port: ports.prometheus,
    logFile: join(directory, 'logs', 'prometheus.log'),
  };
  const alertmanagerOptions = {
    program: findProgram('prometheus-alertmanager', 'alertmanager'),
    configFile: join(directory, 'alertmanager', 'alertmanager.yml'),
    dataDirectory: join(directory, 'alertmanager', 'data'),
    port: ports.alertmanager,
    logFile: join(directory, 'logs', 'alertmanager.log'),
  };
  const addressFile = join(directory, 'demo.json');
  await refuseSecondDemo(addressFile);

  const started = new Started();
  try {
    await emptyDirectory(directory);
    const past: { timeline?: IncidentTimeline } = {};
    const starting = startInfrastructure({
      directory,
      isActive: incident => past.timeline?.isActive(incident, now()) ?? false,
    });
    started.add(() =>
      starting.then(
        running => running.stop(),
        () => undefined,
      ),
    );
    onStep('Simulating 30 days of history');
    const { simulation, incidents, isNew } = await prepareHistory({
      cacheDirectory: options.historyDirectory ?? join(directory, 'history'),
      dataDirectory: prometheusOptions.dataDirectory,
      promtool: findProgram('promtool'),
      now,
    });
    onStep(
      isNew
        ? 'History is simulated'
        : 'History is kept from the last start, and completed',
    );
    past.timeline = incidents;
    const infrastructure = await starting;
    for (const [name, { kind, reason }] of Object.entries(
      infrastructure.states,
    )) {
      onStep(`${name} is ${kind}${reason ? `: ${reason}` : ''}`);
    }
    const notifications = NotificationLog.create();
    const mail = await startMailSink(notifications);
    started.add(() => mail.close());
    await writeConfiguration({
      directory,
      ports,
      grafana,
      alerts: options.alerts,
      simulation,
      mailPort: mail.port,
    });

    const control = new IncidentControl(simulation, incidents, now);
    const pages = new MetricsPages(
      simulation,
      incidents,
      now,
      infrastructure.page,
    );
    const server = await startControlServer(
      ports.control,
      pages,
      control,
      notifications,
    );
    started.add(() => server.close());
    onStep(
      `Simulated services at http://localhost:${ports.control}, what its channels receive at /notifications`,
    );

    const grafanaUrl = await startGrafana(options, ports, started);
    onStep(`Grafana${grafana ? '' : ' stand-in'} at ${grafanaUrl}`);

    const alertmanager = await startAlertmanager(alertmanagerOptions);
    started.add(() => alertmanager.stop());
    onStep(`Alertmanager at http://localhost:${ports.alertmanager}`);

    let prometheus = await startPrometheus(prometheusOptions);
    started.add(() => prometheus.stop());
    onStep(`Prometheus at http://localhost:${ports.prometheus}`);

    await writeFile(addressFile, JSON.stringify({ port: ports.control }));
    started.add(() => rm(addressFile, { force: true }));
    return {
      directory,
      ports,
      grafanaUrl,
      appConfigFile: join(directory, 'app-config.demo.yaml'),
      catalogDirectory: join(directory, 'catalog'),
      rulesDirectory: join(directory, 'rules'),
      incidents: control,
      notifications,
      infrastructure: infrastructure.states,
      stopPrometheus: () => prometheus.stop(),
      async restartPrometheus() {
        await prometheus.stop();
        prometheus = await startPrometheus(prometheusOptions);
      },
      stop: () => started.stop(),
    };
  } catch (error) {
    await started.stop();
    throw error;
  }
}
