import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { countJest, countPlaywright, countTap } from './countTests.mjs';

/** Runs a program with its output for everybody to see. Resolves to its exit code. */
function show(command, args, { root, env }) {
  return new Promise(resolve => {
    const child = spawn(command, args, {
      cwd: root,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.once('error', error => {
      process.stdout.write(`${command}: ${error.message}\n`);
      resolve(1);
    });
    child.once('exit', code => resolve(code ?? 1));
  });
}

/** A step without tests of its own counts as one. */
async function asOne(context, ...commands) {
  for (const [command, ...args] of commands) {
    if ((await show(command, args, context)) !== 0) {
      return { passed: 0, failed: 1 };
    }
  }
  return { passed: 1, failed: 0 };
}

/**
 * Runs a program that writes a report, and counts what the report says. Without a report, and when
 * the program fails although the report knows of no failure, that is one failure.
 */
async function asReported(context, name, count, command, options = {}) {
  const directory = join(context.root, '.demo', 'test-reports');
  mkdirSync(directory, { recursive: true });
  const report = join(directory, name);
  rmSync(report, { force: true });
  const [program, ...args] = command(report);
  const env = { ...context.env, ...options.env?.(report) };
  const code = await show(program, args, { ...context, env });
  let counted;
  try {
    counted = count(readFileSync(report, 'utf8'));
  } catch {
    return { passed: 0, failed: 1 };
  }
  return {
    ...counted,
    failed: code === 0 ? counted.failed : Math.max(1, counted.failed),
  };
}

function scriptTests(root) {
  return readdirSync(join(root, 'scripts'), { recursive: true })
    .filter(file => file.endsWith('.test.mjs'))
    .map(file => join('scripts', file));
}

/**
 * The steps of `npm test` in their order: what a person calls them, and what they do. The last
 * end-to-end test waits for minutes until an alert is forgotten, so what needs no portal comes
 * after it and runs meanwhile; see `runSteps`.
 */
export const TEST_STEPS = {
  types: context => asOne(context, ['tsc']),
  build: context =>
    asOne(
      context,
      ['yarn', 'workspace', 'app', 'build'],
      ['yarn', 'workspace', 'backend', 'build'],
    ),
  e2e: context =>
    asReported(
      context,
      'playwright.json',
      text => countPlaywright(JSON.parse(text)),
      () => ['playwright', 'test', '--reporter=list,json'],
      {
        env: report => ({
          PLAYWRIGHT_JSON_OUTPUT_FILE: report,
          SIGHTLINE_E2E_IDLE_FILE: context.idleFile,
        }),
      },
    ),
  lint: context =>
    asOne(
      context,
      ['backstage-cli', 'repo', 'lint'],
      // What belongs to no package.
      ['eslint', '--ext', '.ts,.mjs,.js', 'e2e-tests', 'scripts'],
    ),
  scripts: context =>
    asReported(context, 'scripts.tap', countTap, report => [
      'node',
      '--test',
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      '--test-reporter=tap',
      `--test-reporter-destination=${report}`,
      ...scriptTests(context.root),
    ]),
  unit: context =>
    asReported(
      context,
      'jest.json',
      text => countJest(JSON.parse(text)),
      report => [
        'backstage-cli',
        'repo',
        'test',
        '--watchAll=false',
        '--maxWorkers=2',
        '--reporters=default',
        `--reporters=${join(
          context.root,
          'scripts/lib/StuckTestReporter.mjs',
        )}`,
        '--json',
        `--outputFile=${report}`,
      ],
    ),
};
