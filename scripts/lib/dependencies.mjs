import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from './runProgram.mjs';

function manifests(root) {
  const workspaces = ['packages', 'plugins'].flatMap(folder =>
    readdirSync(join(root, folder)).map(name =>
      join(folder, name, 'package.json'),
    ),
  );
  return ['yarn.lock', '.yarnrc.yml', 'package.json', ...workspaces].filter(
    file => existsSync(join(root, file)),
  );
}

/** Changes when an installation is due: with what is asked for, and with the Node it is built for. */
export function installationKey(root, path) {
  const hash = createHash('sha256').update(path);
  for (const file of manifests(root)) {
    hash.update(file).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/**
 * Installs the npm packages as `yarn.lock` says, unless that was done already. Native modules are
 * built anew for another Node, which yarn does not see.
 *
 * @param run - runs a program, as `runProgram` does
 */
export async function prepareDependencies(
  root,
  env,
  progress,
  run = runProgram,
) {
  const modules = join(root, 'node_modules');
  const mark = join(modules, '.sightline-installed');
  const builtFor = join(modules, '.sightline-built-for');
  const node = `${process.version} ${env.npm_config_nodedir ?? ''}`;
  const key = installationKey(root, node);
  if (read(mark) === key) {
    progress.say('npm packages: up to date');
    return;
  }
  const yarn = (...args) =>
    run('yarn', args, {
      cwd: root,
      env,
      logFile: join(root, '.toolchain', 'logs', 'install.log'),
      hint: 'Native modules need python3, make and a C++ compiler where no built one can be downloaded.',
    });
  const before = read(builtFor);
  const isForAnother = before !== undefined && before !== node;
  await progress.step(
    'npm packages (about two minutes the first time)',
    async () => {
      await yarn('install', '--immutable');
      if (isForAnother) {
        await yarn('rebuild');
      }
    },
  );
  writeFileSync(builtFor, node);
  writeFileSync(mark, key);
}
