import { Command, Option } from 'commander';

/** An option that may be given several times: a list. */
export function severalTimes(flags: string, description: string): Option {
  return new Option(flags, `${description} (may be given several times)`)
    .argParser((value: string, values: string[]) => [...values, value])
    .default([], 'none');
}

/** Files of any kind that a command reads. */
export function addFiles(command: Command): Command {
  return command.argument(
    '<files...>',
    "files, or directories that are searched for catalog-info.yaml; '-' is standard input",
  );
}

/** Options of every command that reads annotations. */
export function addReadingOptions(command: Command): Command {
  return command
    .addOption(
      severalTimes(
        '--config <file>',
        'app-config.yaml of the portal: its default selector, windows, channels and servers; later ones win',
      ),
    )
    .addOption(
      severalTimes(
        '--pack-module <module>',
        'package or file that exports packs beside the built-in ones',
      ),
    );
}

/** Options of every command that reads SLOs. */
export function addSloOptions(command: Command): Command {
  return addReadingOptions(command)
    .option(
      '--entity <ref>',
      "entity that SLO documents belong to; default: component:default/<the document's service>",
    )
    .option(
      '--selector <matchers>',
      'label matchers for $selector in SLO documents; default: as for the entity',
    );
}

/** The Prometheus that commands may ask which metrics there are. */
export function addPrometheus(command: Command): Command {
  return command.option(
    '--prometheus <url>',
    'asked which metrics the entities have, so that packs choose among their dialects',
  );
}

/** Options of every command that may ask a Prometheus. */
export function addServerOptions(command: Command): Command {
  return command
    .addOption(
      severalTimes('--header <header>', "sent to Prometheus, as 'Name: value'"),
    )
    .option(
      '--token-file <file>',
      'file with a bearer token for Prometheus; else the environment variable SIGHTLINE_PROMETHEUS_TOKEN',
    )
    .option('--timeout <duration>', 'deadline of one query', '30s');
}
