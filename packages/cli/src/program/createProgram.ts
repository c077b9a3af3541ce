import { Command } from 'commander';
import { version } from '../../package.json';
import { addExport } from './addExport';
import { addPlan } from './addPlan';
import { addReport } from './addReport';
import { addRules } from './addRules';
import { addStatus } from './addStatus';
import { addValidate } from './addValidate';
import { CommandContext } from './CommandContext';

/** Where nobody knows how wide the screen is. */
const COLUMNS = 100;

/** The command line. What a command needs is loaded when it runs. */
export function createProgram(context: CommandContext): Command {
  const { terminal } = context;
  const program = new Command('sightline')
    .description(
      'Sightline on the command line: SLOs and monitoring from catalog annotations, without a portal',
    )
    .version(version)
    .addHelpText(
      'after',
      `
Examples:
  $ sightline validate .
  $ sightline slo rules slos.yaml --out rules/
  $ sightline slo status --prometheus http://prometheus:9090 catalog-info.yaml
  $ sightline plan catalog-info.yaml
  $ sightline dashboards report dashboard.json

No server is asked unless an option names it.`,
    )
    .exitOverride()
    .configureOutput({
      writeOut: text => terminal.out(text),
      writeErr: text => terminal.err(text),
      getOutHelpWidth: () => terminal.columns ?? COLUMNS,
      getErrHelpWidth: () => terminal.columns ?? COLUMNS,
    })
    .showSuggestionAfterError(true)
    .showHelpAfterError('(add --help for how it is used)');
  addValidate(program, context);
  const slo = program
    .command('slo')
    .description('write SLO rules, see how SLOs stand, convert SLOs');
  addRules(slo, context);
  addStatus(slo, context);
  addExport(slo, context);
  addPlan(program, context);
  addReport(
    program
      .command('dashboards')
      .description('see what Sightline draws of Grafana dashboards'),
    context,
  );
  return program;
}
