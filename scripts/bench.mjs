import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { main } from './lib/main.mjs';
import { prepare } from './lib/prepare.mjs';
import { Progress } from './lib/Progress.mjs';
import { ROOT } from './lib/root.mjs';
import { UserError } from './lib/UserError.mjs';

/** A program in TypeScript, in a Node that holds no more than it may. */
const inNode = program => [
  'node',
  '--expose-gc',
  '--max-old-space-size=400',
  '--require',
  join(ROOT, 'node_modules/@backstage/cli/config/nodeTransform.cjs'),
  join(ROOT, program),
];

/** What can be measured, and the commands that do. */
const PARTS = {
  provisioning: [
    inNode('plugins/monitoring-backend/bench/provisioning/cli.ts'),
  ],
  slo: [inNode('plugins/monitoring-backend/bench/slo/cli.ts')],
  query: [inNode('plugins/monitoring-backend/bench/query/cli.ts')],
  // What people get is the built portal.
  dashboards: [
    ['yarn', 'workspace', 'app', 'build'],
    ['yarn', 'workspace', 'backend', 'build'],
    ['playwright', 'test', '--config', 'e2e-tests/bench', '--reporter=line'],
  ],
};

/** Measures; ends with 1 when a figure is beyond what it may be. */
await main(async () => {
  const asked = process.argv.slice(2).filter(arg => !arg.startsWith('--'));
  const flags = process.argv.slice(2).filter(arg => arg.startsWith('--'));
  const unknown = asked.find(name => !(name in PARTS));
  if (unknown !== undefined) {
    throw new UserError(
      `There is no part '${unknown}' to measure; there are: ${Object.keys(
        PARTS,
      ).join(', ')}.`,
    );
  }
  const env = await prepare(ROOT, { required: [] }, new Progress());
  const codes = Object.entries(PARTS)
    .filter(([name]) => asked.length === 0 || asked.includes(name))
    .map(([name, commands]) => {
      process.stdout.write(`\n${name}\n`);
      for (const [program, ...args] of commands) {
        const own = name === 'query' ? [...args, ...flags] : args;
        const { status } = spawnSync(program, own, {
          cwd: ROOT,
          env,
          stdio: 'inherit',
        });
        if (status !== 0) {
          return status ?? 1;
        }
      }
      return 0;
    });
  return Math.max(...codes);
});
