import {
  listGrafana,
  listRuleFiles,
  MonitoringConfig,
  OfflinePlanner,
  OfflineState,
} from '@sightline/backstage-plugin-monitoring-backend/offline';
import { ActualObject } from '@sightline/backstage-plugin-monitoring-node';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isAddress } from '../servers/isAddress';
import { Terminal } from '../Terminal';
import { UsageError } from '../UsageError';
import { PlanCommandOptions } from './PlanCommandOptions';

/** Marks what `--save-grafana` writes. */
const KIND = 'sightline-grafana';

async function readSaved(
  file: string,
  target: string,
  directory: string,
): Promise<OfflineState> {
  let saved: { kind?: string; objects?: ActualObject[] } | undefined;
  try {
    saved = JSON.parse(await readFile(path.resolve(directory, file), 'utf8'));
  } catch (error) {
    throw new UsageError(
      `--grafana is '${file}', which is neither an address nor a file that can be read: ${
        (error as NodeJS.ErrnoException).code ?? 'it is no JSON'
      }`,
    );
  }
  if (saved?.kind !== KIND || !Array.isArray(saved.objects)) {
    throw new UsageError(
      `'${file}' is not what 'sightline plan --grafana <url> --save-grafana <file>' writes`,
    );
  }
  return { target, objects: saved.objects };
}

async function grafanaState(
  config: MonitoringConfig,
  planner: OfflinePlanner,
  options: PlanCommandOptions,
  terminal: Terminal,
): Promise<OfflineState[]> {
  const { grafana, saveGrafana } = options;
  const [first] = config.grafana;
  if (grafana === undefined || !first) {
    if (saveGrafana !== undefined) {
      throw new UsageError('--save-grafana needs --grafana <url>');
    }
    return [];
  }
  if (!isAddress(grafana)) {
    return [
      await readSaved(grafana, `grafana:${first.id}`, terminal.directory),
    ];
  }
  const state = await listGrafana(config, planner.objects);
  if (saveGrafana !== undefined) {
    await writeFile(
      path.resolve(terminal.directory, saveGrafana),
      `${JSON.stringify(
        { kind: KIND, objects: state.objects },
        undefined,
        2,
      )}\n`,
    );
  }
  return [state];
}

/**
 * What the targets hold that the command line names.
 *
 * @throws UsageError when a file is not what it should be
 * @throws ServiceUnavailableError when a Grafana does not answer
 */
export async function readStates(
  config: MonitoringConfig,
  planner: OfflinePlanner,
  options: PlanCommandOptions,
  terminal: Terminal,
): Promise<OfflineState[]> {
  const states = await grafanaState(config, planner, options, terminal);
  const [ruleFiles] = config.provisioning.ruleFiles;
  if (options.prometheusRules !== undefined && ruleFiles) {
    states.push(await listRuleFiles(ruleFiles, planner.objects));
  }
  return states;
}
