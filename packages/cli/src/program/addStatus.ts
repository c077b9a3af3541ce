import { Command, Option } from 'commander';
import { CommandContext } from './CommandContext';
import { addFiles, addServerOptions, addSloOptions } from './commonOptions';
import { EXIT_CODES } from './exitCodeHelp';

export function addStatus(
  slo: Command,
  { terminal, commands, finish }: CommandContext,
): void {
  const command = addFiles(slo.command('status'))
    .description('measure SLOs on a Prometheus and show how they stand')
    .requiredOption('--prometheus <url>', 'server that has the series')
    .addOption(
      new Option('--format <format>', 'how to show it')
        .choices(['table', 'json'])
        .default('table'),
    )
    .option(
      '--fail-on <states>',
      'exit with 1 when an SLO is in one of these states, such as exhausted,burning',
    );
  addServerOptions(addSloOptions(command))
    .addHelpText(
      'after',
      `
Figures come from the series that the rules recorded, and from the raw series where those do not
reach back far enough. BUDGET LEFT, MINUTES and EVENTS are what is left of the error budget; BURN is
that of the pair of windows that is nearest to its limit.

Examples:
  $ sightline slo status --prometheus http://prometheus:9090 catalog-info.yaml
  $ sightline slo status --prometheus https://mimir/prometheus --header 'X-Scope-OrgID: media' \\
      --token-file token slos.yaml --format json
  $ sightline slo status --prometheus http://prometheus:9090 services/ --fail-on exhausted,burning
${EXIT_CODES}`,
    )
    .action(async (files, options) => {
      const showStatus = await commands.showStatus();
      finish(await showStatus(files, options, terminal));
    });
}
