import {
  generateSloRules,
  Slo,
  SloRuleOptions,
} from '@sightline/backstage-plugin-monitoring-common';
import { Settings } from '../config/readSettings';
import { ExitCode, exitCodes } from '../exitCodes';
import { writeOutput } from '../files/writeOutput';
import { count } from '../problems/countProblems';
import { grafanaRules } from '../rules/grafanaRules';
import {
  checkNamespace,
  checkObjectName,
  readLabels,
} from '../rules/kubernetesNames';
import { OutputPart } from '../rules/OutputPart';
import {
  mimirNamespace,
  prometheusFile,
  prometheusRuleObjects,
} from '../rules/prometheusRules';
import { RulesOptions } from '../rules/RulesOptions';
import { FoundSlo } from '../slos/FoundSlo';
import { loadSlos } from '../slos/loadSlos';
import { Terminal } from '../Terminal';
import { UsageError } from '../UsageError';

/** Default limits of a tenant of Mimir's ruler. */
const MIMIR_GROUPS = 70;

function checkOptions(options: RulesOptions): void {
  const { name, namespace, datasource } = options;
  if (options.format === 'prometheusrule') {
    checkObjectName(name);
    if (namespace !== undefined) {
      checkNamespace(namespace);
    }
  } else if (options.label.length > 0) {
    throw new UsageError('--label is for --format prometheusrule only');
  }
  if (options.format === 'grafana' && !datasource) {
    throw new UsageError(
      "--format grafana needs --datasource, the uid of Grafana's Prometheus data source",
    );
  }
}

/** What the alerts of each SLO say beside figures. */
function textsOf(
  found: FoundSlo[],
  options: RulesOptions,
  settings: Settings,
): (slo: Slo) => SloRuleOptions {
  const bySlo = new Map(found.map(one => [one.slo, one]));
  return slo => {
    const { owner, entityUrl, runbook } = bySlo.get(slo) ?? {};
    const base =
      options.runbookUrl ?? runbook ?? settings.monitoring.runbookBaseUrl;
    return {
      ...(options.owner ?? owner ? { owner: options.owner ?? owner } : {}),
      ...(entityUrl ? { entityUrl } : {}),
      ...(base
        ? { runbookUrl: `${base.replace(/\/+$/, '')}/SloBurnRate` }
        : {}),
    };
  };
}

function format(
  found: FoundSlo[],
  options: RulesOptions,
  texts: (slo: Slo) => SloRuleOptions,
  terminal: Terminal,
): OutputPart[] {
  const slos = found.map(({ slo }) => slo);
  if (options.format === 'grafana') {
    return grafanaRules(slos, {
      datasource: options.datasource ?? '',
      folder: options.namespace ?? 'Sightline',
      texts,
    });
  }
  const groups = generateSloRules(slos, texts);
  switch (options.format) {
    case 'prometheusrule':
      return prometheusRuleObjects(groups, {
        name: options.name,
        namespace: options.namespace,
        labels: readLabels(options.label),
      });
    case 'mimir':
      if (groups.length > MIMIR_GROUPS) {
        terminal.err(
          `note: these are ${groups.length} rule groups; Mimir takes ${MIMIR_GROUPS} of a tenant unless its ruler_max_rule_groups_per_tenant says otherwise\n`,
        );
      }
      return mimirNamespace(groups, options.namespace ?? 'sightline');
    default:
      return prometheusFile(groups);
  }
}

/** The same SLOs, however they were listed, are the same rules. */
function sorted(found: FoundSlo[]): FoundSlo[] {
  const key = ({ slo }: FoundSlo) => `${slo.entityRef}\n${slo.id}`;
  return [...found].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function kept(out: string): string {
  return out === '-'
    ? 'Nothing is written'
    : `Nothing is written; '${out}' is as it was`;
}

/** `sightline slo rules`: writes the rules of SLOs. */
export async function writeRules(
  files: string[],
  options: RulesOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  checkOptions(options);
  const { slos, errors, settings } = await loadSlos(files, options, terminal);
  if (errors > 0) {
    terminal.err(
      `${count(errors, 'error')}, and ${count(
        slos.length,
        'SLO',
      )} in order. ${kept(options.out)}\n`,
    );
    return exitCodes.problems;
  }
  if (slos.length === 0) {
    throw new UsageError(
      `There are no SLOs in what was read. ${kept(options.out)}`,
    );
  }
  const found = sorted(slos);
  const parts = format(
    found,
    options,
    textsOf(found, options, settings),
    terminal,
  );
  const written = await writeOutput(parts, options.out, terminal);
  for (const file of written.files) {
    terminal.err(`Written: ${file}\n`);
  }
  for (const file of written.removed) {
    terminal.err(`Removed, as it is of a former run: ${file}\n`);
  }
  return exitCodes.fine;
}
