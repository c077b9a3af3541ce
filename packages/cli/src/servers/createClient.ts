import { ServiceUnavailableError } from '@backstage/errors';
import {
  askForProbes,
  DefaultPrometheusClient,
  noProbes,
  ProbeFinder,
  PrometheusClient,
} from '@sightline/backstage-plugin-monitoring-backend/offline';
import { parseDuration } from '@sightline/backstage-plugin-monitoring-common';
import { Terminal } from '../Terminal';
import { UsageError } from '../UsageError';
import { readAddress } from './readAddress';
import { readHeaders } from './readHeaders';
import { ServerOptions } from './ServerOptions';

const HOUR = 3_600;

function readTimeout(text: string): number {
  const seconds = parseDuration(text);
  if (seconds === undefined || seconds < 1 || seconds > HOUR) {
    throw new UsageError(
      `--timeout is '${text}'; expected a duration from 1s to 1h`,
    );
  }
  return seconds * 1_000;
}

/** Where the credentials of a portal are, there is no `app-config` here. */
function forTheCommandLine(error: unknown): unknown {
  return error instanceof Error && error.name === 'ServiceUnavailableError'
    ? new ServiceUnavailableError(
        error.message
          .replace(/^Prometheus 'default'/, 'Prometheus')
          .replace(
            'the configured credentials',
            'to answer without other credentials',
          )
          .replace(
            'check its auth in app-config',
            'see --token-file, SIGHTLINE_PROMETHEUS_TOKEN and --header',
          )
          .replace(/, or raise limits\.maxResponseBytes/, '')
          .replace('configure the URL', 'name the URL'),
      )
    : error;
}

/**
 * The client of the Prometheus that a command line names; `undefined` when it names none. It is
 * asked once, so that a wrong address is told from a server without data.
 *
 * @throws UsageError when an option is wrong
 * @throws ServiceUnavailableError when it does not answer
 */
export async function createClient(
  options: ServerOptions,
  terminal: Terminal,
): Promise<PrometheusClient | undefined> {
  if (options.prometheus === undefined) {
    return undefined;
  }
  const client = DefaultPrometheusClient.fromConfig({
    id: 'default',
    url: readAddress('--prometheus', options.prometheus),
    scope: [],
    auth: {
      method: 'headers',
      headers: await readHeaders(options, terminal),
    },
    limits: {
      timeout: readTimeout(options.timeout),
      maxSeries: 100_000,
      maxConcurrent: 8,
      maxResponseBytes: 64 * 1_024 * 1_024,
    },
  });
  await answering(client.query({ query: 'vector(1)' }));
  return client;
}

/** An answer of a server, or why there is none in words for who started the command. */
export async function answering<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw forTheCommandLine(error);
  }
}

/** Finds which metrics entities have on the one server that was named, or on none. */
export function probeFinder(
  client: PrometheusClient | undefined,
  terminal: Terminal,
): ProbeFinder {
  if (!client) {
    return noProbes;
  }
  const asking = askForProbes([client], message =>
    terminal.err(`note: ${message}\n`),
  );
  return {
    find: (spec, packs) =>
      asking.find({ ...spec, prometheus: undefined }, packs),
  };
}
