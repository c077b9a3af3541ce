import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { demoCommand } from './lib/demoCommand.mjs';
import { main } from './lib/main.mjs';
import { nodeFits } from './lib/nodeVersion.mjs';
import { Progress } from './lib/Progress.mjs';
import { ROOT } from './lib/root.mjs';
import { prepareToolchain } from './lib/toolchain.mjs';
import { UserError } from './lib/UserError.mjs';

/** Where the progress of preparing goes when nothing is to prepare: nobody wants to read it. */
const QUIET = new Progress({ write: () => true });

await main(async () => {
  if (!existsSync(join(ROOT, 'node_modules', '@backstage', 'cli'))) {
    throw new UserError(
      'The npm packages are not installed yet: npm start does that.',
    );
  }
  const env = nodeFits(process.versions.node)
    ? process.env
    : await prepareToolchain(ROOT, QUIET);
  const { status } = spawnSync(
    'node',
    demoCommand(ROOT, process.argv.slice(2)),
    { cwd: ROOT, env, stdio: 'inherit' },
  );
  return status ?? 1;
});
