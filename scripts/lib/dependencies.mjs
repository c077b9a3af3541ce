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

/** Installs the npm packages as `yarn.lock` says, unless that was done already. */
export async function prepareDependencies(root, env, progress) {
  const mark = join(root, 'node_modules', '.sightline-installed');
  const key = installationKey(root, env.npm_config_nodedir ?? process.version);
  if (existsSync(mark) && readFileSync(mark, 'utf8') === key) {
    progress.say('npm packages: up to date');
    return;
  }
  await progress.step('npm packages (about two minutes the first time)', () =>
    runProgram('yarn', ['install', '--immutable'], {
      cwd: root,
      env,
      logFile: join(root, '.toolchain', 'logs', 'install.log'),
      hint: 'Native modules need python3, make and a C++ compiler where no built one can be downloaded.',
    }),
  );
  writeFileSync(mark, key);
}
