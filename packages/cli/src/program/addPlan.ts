import { Command, Option } from 'commander';
import { CommandContext } from './CommandContext';
import {
  addFiles,
  addPrometheus,
  addReadingOptions,
  addServerOptions,
} from './commonOptions';
import { PLAN_EXIT_CODES } from './exitCodeHelp';

export function addPlan(
  program: Command,
  { terminal, commands, finish }: CommandContext,
): void {
  const command = addFiles(program.command('plan'))
    .description('show what provisioning would do; nothing is written')
    .option(
      '--grafana <url>',
      'compare with this Grafana, or with the file that --save-grafana wrote; its token is taken from GRAFANA_TOKEN',
    )
    .option('--save-grafana <file>', 'keep what the Grafana holds, for later')
    .option(
      '--prometheus-rules <directory>',
      'compare with the rule files in this directory',
    )
    .option(
      '--all',
      'these are all entities: what the portal made for others would be deleted',
      false,
    )
    .addOption(
      new Option('--format <format>', 'how to show it')
        .choices(['text', 'json'])
        .default('text'),
    );
  addServerOptions(addPrometheus(addReadingOptions(command)))
    .addHelpText(
      'after',
      `
Without --grafana and --prometheus-rules nothing is compared, and everything would be created.
The portal remembers what it applied; this command goes by the marks in the objects alone.

Examples:
  $ sightline plan catalog-info.yaml
  $ sightline plan services/ --config app-config.yaml --prometheus-rules /etc/prometheus/rules
  $ GRAFANA_TOKEN=… sightline plan services/ --config app-config.yaml --grafana https://grafana
${PLAN_EXIT_CODES}`,
    )
    .action(async (files, options) => {
      const showPlan = await commands.showPlan();
      finish(await showPlan(files, options, terminal));
    });
}
