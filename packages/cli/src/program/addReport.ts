import { Command } from 'commander';
import { CommandContext } from './CommandContext';

export function addReport(
  dashboards: Command,
  { terminal, commands, finish }: CommandContext,
): void {
  dashboards
    .command('report')
    .argument(
      '<files...>',
      "exported dashboards (JSON, also compressed, or YAML); '-' is standard input",
    )
    .description(
      'say which panels of dashboards Sightline draws, and why not all',
    )
    .option('--json', 'write the report as JSON')
    .addHelpText(
      'after',
      `
Examples:
  $ sightline dashboards report node-exporter-full.json
  $ sightline dashboards report --json dashboards/one.json dashboards/two.json

Exit codes:
  0  all files were read, whatever is drawn of them
  1  a file could not be read
  2  the command line is wrong, or no file could be read`,
    )
    .action(async (files, options) => {
      const reportDashboards = await commands.reportDashboards();
      finish(await reportDashboards(files, options, terminal));
    });
}
