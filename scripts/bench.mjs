import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { main } from './lib/main.mjs';
import { prepare } from './lib/prepare.mjs';
import { Progress } from './lib/Progress.mjs';
import { ROOT } from './lib/root.mjs';
import { UserError } from './lib/UserError.mjs';

/** What can be measured, and the program that does. */
const PARTS = {
  provisioning: 'plugins/monitoring-backend/bench/provisioning/cli.ts',
  slo: 'plugins/monitoring-backend/bench/slo/cli.ts',
};

/** Measures; ends with 1 when a figure is beyond what it may be. */
await main(async () => {
  const asked = process.argv.slice(2);
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
    .map(([name, program]) => {
      process.stdout.write(`\n${name}\n`);
      const { status } = spawnSync(
        'node',
        [
          '--expose-gc',
          // What a part may hold at most; Node ends it when it holds more.
          '--max-old-space-size=400',
          '--require',
          join(ROOT, 'node_modules/@backstage/cli/config/nodeTransform.cjs'),
          join(ROOT, program),
        ],
        { cwd: ROOT, env, stdio: 'inherit' },
      );
      return status ?? 1;
    });
  return Math.max(...codes);
});
