import { parseArgs } from 'node:util';
import { InputError } from '@backstage/errors';
import { DEFAULT_PORTS, DemoAlerts, DemoOptions, DemoPorts } from '../config';

/** Options of `demo run`, apart from ports. */
const OTHERS = ['directory', 'grafana-url', 'grafana-token', 'alerts'] as const;
const PORTS = Object.keys(DEFAULT_PORTS) as (keyof DemoPorts)[];

function readPort(option: string, text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new InputError(
      `--${option} is '${text}'; expected a port between 1 and 65535`,
    );
  }
  return port;
}

const ALERTS: readonly string[] = ['ruleFiles', 'grafana'];

function readAlerts(text: string | undefined): DemoAlerts | undefined {
  if (text !== undefined && !ALERTS.includes(text)) {
    throw new InputError(
      `--alerts is '${text}'; expected ${ALERTS.join(' or ')}`,
    );
  }
  return text as DemoAlerts | undefined;
}

/**
 * Reads `demo run`'s arguments.
 *
 * @throws `InputError` that names the argument
 */
export function readRunArguments(args: string[]): DemoOptions {
  const names = [...OTHERS, ...PORTS.map(port => `${port}-port`)];
  let values: Record<string, string | undefined>;
  try {
    ({ values } = parseArgs({
      args,
      options: Object.fromEntries(
        names.map(name => [name, { type: 'string' as const }]),
      ),
    }) as { values: Record<string, string | undefined> });
  } catch (error) {
    throw new InputError((error as Error).message);
  }
  const url = values['grafana-url'];
  const token = values['grafana-token'];
  if ((url === undefined) !== (token === undefined)) {
    throw new InputError('--grafana-url and --grafana-token belong together');
  }
  const ports: Partial<DemoPorts> = {};
  for (const port of PORTS) {
    const text = values[`${port}-port`];
    if (text !== undefined) {
      ports[port] = readPort(`${port}-port`, text);
    }
  }
  return {
    directory: values.directory ?? '.demo',
    ports,
    grafana: url && token ? { url, token } : undefined,
    alerts: readAlerts(values.alerts),
  };
}
