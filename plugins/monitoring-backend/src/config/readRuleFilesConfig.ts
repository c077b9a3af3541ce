import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { resolve } from 'node:path';
import { readInstances } from './readInstances';
import { assertOnePerServer, readRulesServer } from './readRulesServer';
import { readUpstreamAuth } from './readUpstreamAuth';
import { readUrl } from './readUrl';
import { RuleFilesConfig } from './types';

const PARENT = 'monitoring.provisioning';
const KEY = 'ruleFiles';
const PATH = `${PARENT}.${KEY}`;

function readFolder(
  ruleFiles: Config,
  path: string,
  prometheus: string[],
): RuleFilesConfig {
  return {
    id: ruleFiles.getOptionalString('id') ?? 'default',
    directory: ruleFiles.getString('directory'),
    prometheus: readRulesServer(ruleFiles, path, prometheus),
    reloadUrl: ruleFiles.has('reloadUrl')
      ? readUrl(ruleFiles, 'reloadUrl', path)
      : undefined,
    auth: readUpstreamAuth(ruleFiles, { path }),
    promtool: ruleFiles.getOptionalString('promtool'),
  };
}

/** Files of one would be taken for those of the other. */
function assertOwnFolders(folders: RuleFilesConfig[]): void {
  const seen = new Map<string, string>();
  for (const { id, directory } of folders) {
    const other = seen.get(resolve(directory));
    if (other !== undefined) {
      throw new InputError(
        `${PATH} has '${other}' and '${id}' in one directory, '${directory}'; expected a directory for each`,
      );
    }
    seen.set(resolve(directory), id);
  }
}

/**
 * Reads `monitoring.provisioning.ruleFiles`: one folder, or a list of them.
 *
 * @param prometheus - ids of the configured servers
 * @throws `InputError` that names the key and what was expected
 */
export function readRuleFilesConfig(
  provisioning: Config | undefined,
  prometheus: string[],
): RuleFilesConfig[] {
  if (!Array.isArray(provisioning?.getOptional(KEY))) {
    const one = provisioning?.getOptionalConfig(KEY);
    return one ? [readFolder(one, PATH, prometheus)] : [];
  }
  const folders = readInstances(
    provisioning,
    KEY,
    (folder, path) => readFolder(folder, path, prometheus),
    PARENT,
  );
  assertOnePerServer(PATH, folders);
  assertOwnFolders(folders);
  return folders;
}
