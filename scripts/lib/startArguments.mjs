import { parseArgs } from 'node:util';
import { UserError } from './UserError.mjs';

/** Everything that listens: its usual port and its name for people. */
export const PORTS = {
  portal: { port: 3000, what: 'the portal' },
  backend: { port: 7007, what: 'the backend' },
  metrics: { port: 9465, what: "the backend's metrics" },
  prometheus: { port: 9090, what: 'Prometheus' },
  alertmanager: { port: 9093, what: 'Alertmanager' },
  grafana: { port: 3001, what: 'the Grafana stand-in' },
  control: { port: 9464, what: 'the simulated services' },
};

/** Where the demo's alert rules can live. */
const ALERTS = ['ruleFiles', 'grafana'];

export const START_HELP = `npm start -- [options]

Prepares the tool chain, starts the demo and the portal, and says where to look.

${Object.entries(PORTS)
  .map(
    ([name, { port, what }]) =>
      `  --${`${name}-port <port>`.padEnd(26)}${what} (${port})`,
  )
  .join('\n')}
  --grafana-url <url>         a real Grafana instead of the stand-in
  --grafana-token <token>     token of its service account with the role Editor
  --alerts <where>            ruleFiles (default) or grafana: who holds the alert rules
  --help`;

function readPort(option, text) {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new UserError(
      `${option} is '${text}'; expected a port between 1 and 65535.`,
    );
  }
  return port;
}

/**
 * Reads the arguments of `npm start`.
 *
 * @throws UserError that names the argument
 */
export function readStartArguments(args) {
  const names = Object.keys(PORTS).map(name => `${name}-port`);
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        help: { type: 'boolean' },
        'grafana-url': { type: 'string' },
        'grafana-token': { type: 'string' },
        alerts: { type: 'string' },
        ...Object.fromEntries(names.map(name => [name, { type: 'string' }])),
      },
    }));
  } catch (error) {
    throw new UserError(`${error.message}\n\n${START_HELP}`);
  }
  const ports = Object.fromEntries(
    Object.entries(PORTS).map(([name, { port }]) => {
      const text = values[`${name}-port`];
      return [
        name,
        text === undefined ? port : readPort(`--${name}-port`, text),
      ];
    }),
  );
  const url = values['grafana-url'];
  const token = values['grafana-token'];
  if ((url === undefined) !== (token === undefined)) {
    throw new UserError('--grafana-url and --grafana-token belong together.');
  }
  const { alerts = 'ruleFiles' } = values;
  if (!ALERTS.includes(alerts)) {
    throw new UserError(
      `--alerts is '${alerts}'; expected ${ALERTS.join(' or ')}.`,
    );
  }
  const twice = Object.keys(ports).find(
    (name, index) => Object.values(ports).indexOf(ports[name]) !== index,
  );
  if (twice) {
    throw new UserError(
      `--${twice}-port is ${ports[twice]}, which something else of the demo uses too.`,
    );
  }
  return {
    help: values.help ?? false,
    ports,
    grafana: url === undefined ? undefined : { url, token },
    alerts,
  };
}

/** The same for `demo run`. */
export function demoArguments({ ports, grafana, alerts }) {
  return [
    ...Object.entries(ports).flatMap(([name, port]) => [
      `--${name}-port`,
      String(port),
    ]),
    '--alerts',
    alerts,
    ...(grafana
      ? ['--grafana-url', grafana.url, '--grafana-token', grafana.token]
      : []),
  ];
}

/** The ports that must be free. */
export function wantedPorts({ ports, grafana }) {
  return Object.entries(ports)
    .filter(([name]) => !(name === 'grafana' && grafana))
    .map(([name, port]) => ({
      port,
      what: PORTS[name].what,
      option: `--${name}-port`,
    }));
}
