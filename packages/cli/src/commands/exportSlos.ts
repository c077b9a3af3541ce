import { toOpenSlo } from '@sightline/backstage-plugin-monitoring-common';
import { ExitCode, exitCodes } from '../exitCodes';
import { writeOutput } from '../files/writeOutput';
import { count } from '../problems/countProblems';
import { ServerOptions } from '../servers/ServerOptions';
import { loadSlos } from '../slos/loadSlos';
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
  const { slos, errors } = await loadSlos(files, options, terminal);
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
