import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram } from './findProgram.mjs';
import { runProgram } from './runProgram.mjs';
import { UserError } from './UserError.mjs';

/** Programs that npm does not bring, by any of their names, and the packages they come in. */
export const SYSTEM_PACKAGES = {
  prometheus: {
    programs: [['prometheus'], ['promtool']],
    debian: 'prometheus',
    brew: 'prometheus',
    fedora: 'golang-github-prometheus',
  },
  alertmanager: {
    programs: [['prometheus-alertmanager', 'alertmanager']],
    debian: 'prometheus-alertmanager',
    brew: 'alertmanager',
    fedora: 'golang-github-prometheus-alertmanager',
  },
  postgresql: {
    programs: [
      // Debian keeps the server off the PATH; this comes with it, and not with the client.
      ['postgres', 'pg_createcluster'],
      ['prometheus-postgres-exporter', 'postgres_exporter'],
    ],
    debian: 'postgresql prometheus-postgres-exporter',
    brew: 'postgresql@15 postgres_exporter',
    fedora: 'postgresql-server golang-github-prometheus-postgres-exporter',
  },
  redis: {
    programs: [
      ['redis-server'],
      ['prometheus-redis-exporter', 'redis_exporter'],
    ],
    debian: 'redis-server prometheus-redis-exporter',
    brew: 'redis redis_exporter',
    fedora: 'redis',
  },
  nats: {
    programs: [['nats-server']],
    debian: 'nats-server',
    brew: 'nats-server',
    fedora: 'nats-server',
  },
  chromium: {
    programs: [
      [
        'chromium',
        'chromium-browser',
        'google-chrome',
        'Chromium',
        'Google Chrome',
      ],
    ],
    debian: 'chromium',
    brew: '--cask chromium',
    fedora: 'chromium',
  },
};

/** For native modules, where no built one can be downloaded. */
const COMPILERS = ['python3', 'make', 'g++'];
const POLICY = '/usr/sbin/policy-rc.d';

/** What to type to get the packages, for each system that we know. */
export function installCommands(names) {
  const packages = system =>
    names.map(name => SYSTEM_PACKAGES[name][system]).join(' ');
  const brew = names
    .map(name => `brew install ${SYSTEM_PACKAGES[name].brew}`)
    .join(' && ');
  return [
    `  Debian, Ubuntu: sudo apt-get install --no-install-recommends ${packages(
      'debian',
    )}`,
    `  macOS:          ${brew}`,
    `  Fedora:         sudo dnf install ${packages('fedora')}`,
  ].join('\n');
}

/**
 * Debian starts a service when its package is installed: it would take Prometheus' port. Until the
 * installation is over, and at the next boot, it shall not.
 */
async function withoutServices(action) {
  const isOurs = !existsSync(POLICY);
  if (isOurs) {
    writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  }
  try {
    await action();
  } finally {
    if (isOurs) {
      rmSync(POLICY, { force: true });
    }
  }
  if (findProgram(['systemctl'])) {
    spawnSync('systemctl', [
      'disable',
      'prometheus',
      'prometheus-alertmanager',
      'postgresql',
      'redis-server',
      'nats-server',
      'prometheus-postgres-exporter',
      'prometheus-redis-exporter',
    ]);
  }
}

async function aptInstall(packages, root) {
  const options = {
    cwd: root,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    logFile: join(root, '.toolchain', 'logs', 'apt.log'),
  };
  await runProgram('apt-get', ['update', '--quiet'], options);
  await runProgram(
    'apt-get',
    ['install', '--yes', '--quiet', '--no-install-recommends', ...packages],
    options,
  );
}

/**
 * What to do about missing packages that cannot be installed for the person.
 *
 * @param {string[]} missing - keys of SYSTEM_PACKAGES
 * @param {string[]} required - those without which nothing goes
 * @returns how to get those that only make the demo more real
 * @throws UserError that says what to type when a required one is missing
 */
export function adviseToInstall(missing, required) {
  const commands = installCommands(missing);
  if (missing.some(name => required.includes(name))) {
    const names = missing.join(' and ');
    throw new UserError(
      `${names} must be installed first, and only root on Debian or Ubuntu lets this script do it. Type:\n${commands}`,
    );
  }
  return `${missing.join(
    ', ',
  )}: not installed, so the demo simulates them. To have them for real, type:\n${commands}`;
}

/**
 * Makes sure of programs from the system's packages: installs what is missing as root on Debian and
 * Ubuntu.
 *
 * @param {{ required: string[], optional?: string[] }} wanted - keys of SYSTEM_PACKAGES
 * @throws UserError that says what to type, on other systems and without rights
 */
export async function prepareSystemPackages(
  { required, optional = [] },
  root,
  progress,
) {
  const names = [...required, ...optional];
  const missing = names.filter(name =>
    SYSTEM_PACKAGES[name].programs.some(program => !findProgram(program)),
  );
  const canInstall = process.getuid?.() === 0 && findProgram(['apt-get']);
  const compilers = canInstall
    ? COMPILERS.filter(program => !findProgram([program]))
    : [];
  const packages = [
    ...missing.flatMap(name => SYSTEM_PACKAGES[name].debian.split(' ')),
    ...compilers,
  ];
  if (packages.length > 0 && canInstall) {
    await progress.step(`System packages: ${packages.join(', ')}`, () =>
      withoutServices(() => aptInstall(packages, root)),
    );
  } else if (missing.length > 0) {
    progress.say(adviseToInstall(missing, required));
  } else {
    progress.say(`${names.join(', ')}: installed`);
  }
}
