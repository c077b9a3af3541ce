import { Command, Option } from 'commander';
import { CommandContext } from './CommandContext';
import {
  addFiles,
  addPrometheus,
  addServerOptions,
  addSloOptions,
  severalTimes,
} from './commonOptions';
import { EXIT_CODES } from './exitCodeHelp';

export function addRules(
  slo: Command,
  { terminal, commands, finish }: CommandContext,
): void {
  const command = addFiles(slo.command('rules'))
    .description(
      'write the recording and alerting rules of SLOs, from OpenSLO, Sloth or annotated entities',
    )
    .addOption(
      new Option('--format <format>', 'what reads the rules')
        .choices(['prometheus', 'prometheusrule', 'mimir', 'grafana'])
        .default('prometheus'),
    )
    .option('--out <path>', "file or directory; '-' is standard output", '-')
    .option(
      '--namespace <name>',
      'of the PrometheusRule, the Mimir namespace or the Grafana folder',
    )
    .option('--name <name>', 'of the PrometheusRule', 'sightline-slos')
    .addOption(
      severalTimes('--label <label>', 'of the PrometheusRule, as name=value'),
    )
    .option('--datasource <uid>', 'Prometheus data source of the Grafana rules')
    .option(
      '--owner <ref>',
      "instead of the entity's owner, in the alerts' texts",
    )
    .option('--portal-url <url>', 'of the portal, for links in the alerts')
    .option(
      '--runbook-url <url>',
      'base of runbooks, for links in the alerts: <url>/SloBurnRate',
    );
  addServerOptions(addPrometheus(addSloOptions(command)))
    .addHelpText(
      'after',
      `
Nothing is written when one SLO is wrong, and files are replaced as a whole.

Examples:
  $ sightline slo rules slos.yaml > rules.yaml
  $ sightline slo rules services/ --prometheus http://prometheus:9090 --out rules/
  $ sightline slo rules slos.yaml --format prometheusrule --namespace monitoring \\
      --label release=kube-prometheus-stack | kubectl apply --server-side -f -
  $ sightline slo rules slos.yaml --format mimir --out rules.yaml && mimirtool rules load rules.yaml
  $ sightline slo rules slos.yaml --format grafana --datasource prometheus \\
      --out /etc/grafana/provisioning/alerting/
${EXIT_CODES}`,
    )
    .action(async (files, options) => {
      const writeRules = await commands.writeRules();
      finish(await writeRules(files, options, terminal));
    });
}
