import { PrometheusClient } from '@sightline/backstage-plugin-monitoring-backend/offline';
import { readSettings, Settings } from '../config/readSettings';
import { readSources } from '../files/readSources';
import { countProblems } from '../problems/countProblems';
import { formatProblems } from '../problems/formatProblems';
import { createClient, probeFinder } from '../servers/createClient';
import { readAddress } from '../servers/readAddress';
import { ServerOptions } from '../servers/ServerOptions';
import { Terminal } from '../Terminal';
import { ReadSlos, readSlos } from './readSlos';
import { SloOptions } from './SloOptions';

/** What a command on SLOs begins with. */
export interface LoadedSlos extends ReadSlos {
  /** How many of the problems are errors. */
  errors: number;
  settings: Settings;
  /** Absent when the command line names no Prometheus. */
  client: PrometheusClient | undefined;
}

/**
 * Reads the SLOs of the files that a command line names, with the settings and the server that it
 * names, and says what is wrong with them.
 *
 * @param options - `portalUrl`: instead of that of the configuration
 * @throws UsageError when an option is wrong, or there is nothing to read
 */
export async function loadSlos(
  files: string[],
  options: SloOptions & ServerOptions & { portalUrl?: string },
  terminal: Terminal,
): Promise<LoadedSlos> {
  const sources = await readSources(files, terminal);
  const read = await readSettings(options, terminal);
  const settings = options.portalUrl
    ? { ...read, portalUrl: readAddress('--portal-url', options.portalUrl) }
    : read;
  const client = await createClient(options, terminal);
  const { slos, problems } = await readSlos(
    sources,
    options,
    settings,
    probeFinder(client, terminal),
  );
  terminal.err(formatProblems(problems, 'text'));
  const { errors } = countProblems(problems);
  return { slos, problems, errors, settings, client };
}
