import { toOpenSlo } from '@sightline/backstage-plugin-monitoring-common';
import { readSettings } from '../config/readSettings';
import { ExitCode, exitCodes } from '../exitCodes';
import { readSources } from '../files/readSources';
import { writeOutput } from '../files/writeOutput';
import { count, countProblems } from '../problems/countProblems';
import { formatProblems } from '../problems/formatProblems';
import { createClient, probeFinder } from '../servers/createClient';
import { ServerOptions } from '../servers/ServerOptions';
import { readSlos } from '../slos/readSlos';
import { SloOptions } from '../slos/SloOptions';
import { Terminal } from '../Terminal';
import { UsageError } from '../UsageError';

/** Options of `sightline slo export`. */
export interface ExportOptions extends SloOptions, ServerOptions {
  /** A file; `-` is standard output. */
  out: string;
}

/** `sightline slo export`: writes SLOs as OpenSLO v1. */
export async function exportSlos(
  files: string[],
  options: ExportOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const sources = await readSources(files, terminal);
  const settings = await readSettings(options, terminal);
  const client = await createClient(options, terminal);
  const { slos, problems } = await readSlos(
    sources,
    options,
    settings,
    probeFinder(client, terminal),
  );
  terminal.err(formatProblems(problems, 'text'));
  const { errors } = countProblems(problems);
  if (errors > 0) {
    terminal.err(`${count(errors, 'error')}. Nothing is written\n`);
    return exitCodes.problems;
  }
  if (slos.length === 0) {
    throw new UsageError('There are no SLOs in what was read');
  }
  const written = await writeOutput(
    slos.map(({ slo, definition }) => ({
      file: `${slo.entityRef.replace(/[:/]/g, '-')}-${slo.id}.yaml`,
      text: definition
        ? toOpenSlo(definition)
        : // Queries that others can run: nobody else knows what `$selector` stands for.
          toOpenSlo(slo, { bindSelector: true }),
    })),
    options.out,
    terminal,
  );
  for (const file of written.files) {
    terminal.err(`Written: ${file}\n`);
  }
  return exitCodes.fine;
}
