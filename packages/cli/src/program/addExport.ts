import { Command } from 'commander';
import { CommandContext } from './CommandContext';
import {
  addFiles,
  addPrometheus,
  addServerOptions,
  addSloOptions,
} from './commonOptions';
import { EXIT_CODES } from './exitCodeHelp';

export function addExport(
  slo: Command,
  { terminal, commands, finish }: CommandContext,
): void {
  const command = addFiles(slo.command('export'))
    .description('write SLOs as OpenSLO v1')
    .option('--out <path>', "file or directory; '-' is standard output", '-');
  addServerOptions(addPrometheus(addSloOptions(command)))
    .addHelpText(
      'after',
      `
Examples:
  $ sightline slo export catalog-info.yaml > slos.yaml
  $ cat sloth.yaml | sightline slo export -
${EXIT_CODES}`,
    )
    .action(async (files, options) => {
      const exportSlos = await commands.exportSlos();
      finish(await exportSlos(files, options, terminal));
    });
}
