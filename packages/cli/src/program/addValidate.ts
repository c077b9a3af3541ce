import { Command, Option } from 'commander';
import { CommandContext } from './CommandContext';
import { addFiles, addReadingOptions } from './commonOptions';
import { EXIT_CODES } from './exitCodeHelp';

export function addValidate(
  program: Command,
  { terminal, commands, finish }: CommandContext,
): void {
  addReadingOptions(addFiles(program.command('validate')))
    .description(
      'check the monitoring annotations of catalog files, and OpenSLO and Sloth documents',
    )
    .addOption(
      new Option('--format <format>', 'how to show problems')
        .choices(['text', 'json', 'github'])
        .default('text'),
    )
    .option('--strict', 'warnings count as errors', false)
    .addHelpText(
      'after',
      `
Examples:
  $ sightline validate catalog-info.yaml
  $ sightline validate --strict --config app-config.yaml services/
  $ git show HEAD:catalog-info.yaml | sightline validate -
  $ sightline validate --format github .        # in a GitHub workflow
${EXIT_CODES}`,
    )
    .action(async (files, options) => {
      const validate = await commands.validate();
      finish(await validate(files, options, terminal));
    });
}
