import { join } from 'node:path';
import { summary } from './lib/countTests.mjs';
import { findProgram } from './lib/findProgram.mjs';
import { main } from './lib/main.mjs';
import { prepare } from './lib/prepare.mjs';
import { Progress } from './lib/Progress.mjs';
import { ROOT } from './lib/root.mjs';
import { runSteps } from './lib/runSteps.mjs';
import { SYSTEM_PACKAGES } from './lib/systemPackages.mjs';
import { readTestArguments } from './lib/testArguments.mjs';
import { TEST_STEPS } from './lib/testSteps.mjs';
import { UserError } from './lib/UserError.mjs';

await main(async () => {
  const { help, steps } = readTestArguments(
    process.argv.slice(2),
    Object.keys(TEST_STEPS),
  );
  if (help) {
    process.stdout.write(`${help}\n`);
    return 0;
  }
  // The steps print too: a line that counts seconds would run into theirs.
  const progress = new Progress({ write: text => process.stdout.write(text) });
  let prepared;
  try {
    prepared = await prepare(
      ROOT,
      { required: Object.keys(SYSTEM_PACKAGES) },
      progress,
    );
  } catch (error) {
    if (!(error instanceof UserError)) {
      throw error;
    }
    process.stdout.write(
      `\n${error.message}\n\n${summary([{ passed: 0, failed: 1 }])}\n`,
    );
    return 1;
  }
  const env = {
    CHROMIUM: findProgram(SYSTEM_PACKAGES.chromium.programs[0]),
    ...prepared,
    CI: 'true',
  };

  const idleFile = join(ROOT, '.demo', 'e2e-idle');
  const counts = await runSteps(
    steps,
    async name => {
      let count;
      await progress.step(name, async () => {
        count = await TEST_STEPS[name]({ root: ROOT, env, idleFile });
        return `${name}: ${summary([count])}`;
      });
      return count;
    },
    { idleFile },
  );
  process.stdout.write(`\n${summary(counts)}\n`);
  return counts.some(({ failed }) => failed > 0) ? 1 : 0;
});
