import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { createStandIn } from './createStandIn';
import { AlertEvaluator, AlertStates } from './evaluation';
import { FaultInjector, FaultPlan, Person, Snapshot, snapshot } from './faults';
import { Notifier } from './notifications';
import { prometheusDataSource } from './routes/datasources';
import { GrafanaState } from './state/GrafanaState';

/** A running stand-in. */
export interface RunningStandIn {
  url: string;
  /** How the alerts of its rules stand, and who is told when one changes. */
  alerts: AlertStates;
  /** What it holds. */
  state: GrafanaState;
  /** Somebody who works in it by hand. */
  person: Person;
  /** Pauses and resumes the faults that it was started with. */
  faults: FaultInjector;
  /** All that it holds, to compare two moments. */
  snapshot(): Snapshot;
  close(): Promise<void>;
}

/**
 * Starts a stand-in on the loopback address, which evaluates the alert rules that it holds and
 * tells its contact points.
 *
 * @param options - `port` 0 takes a free one; `prometheusUrl` is where its data source points;
 * `evaluate: false` leaves the rules alone, and with them all timers; `faults` is for tests,
 * and so is `apis: false`, which leaves the Kubernetes form of the API out
 * @throws an Error that names the port when something else listens on it
 */
export async function startGrafanaStandIn(options: {
  port: number;
  prometheusUrl: string;
  now?: () => Date;
  evaluate?: boolean;
  apis?: boolean;
  faults?: FaultPlan;
}): Promise<RunningStandIn> {
  const { now = () => new Date(), evaluate = true } = options;
  const faults = FaultInjector.create(options.faults);
  const state = new GrafanaState(now);
  state.dataSources.push(prometheusDataSource(options.prometheusUrl));
  const alerts = new AlertStates();
  const evaluator = AlertEvaluator.create({ state, alerts, now });
  const server = createServer(
    createStandIn({ ...options, state, alerts, faults }),
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(
              `The Grafana stand-in cannot listen on port ${options.port}: something else does. Stop it or choose another port.`,
            )
          : error,
      ),
    );
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://localhost:${port}`;
  const notifier = Notifier.create({ state, alerts, now, base: url });
  if (evaluate) {
    evaluator.start();
    notifier.start();
  }
  return {
    url,
    alerts,
    state,
    person: Person.create(state),
    faults,
    snapshot: () => snapshot(state),
    close: async () => {
      await evaluator.stop();
      await notifier.stop();
      await new Promise<void>(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
