import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import StuckTestReporter from './StuckTestReporter.mjs';

/** A reporter whose clock is set by hand. */
function report() {
  const said = [];
  let time = 0;
  let ended = 0;
  const reporter = new StuckTestReporter(
    {},
    {
      patience: 60_000,
      interval: 1,
      now: () => time,
      write: text => said.push(text),
      endProcesses: () => (ended += 1),
    },
  );
  reporter.onRunStart();
  const at = async seconds => {
    time = seconds * 1000;
    await setTimeout(20);
    return { said, ended };
  };
  return { reporter, at };
}

test('a test that does not end is named, and ended once', async () => {
  const { reporter, at } = report();
  reporter.onTestFileStart({ path: 'a.test.ts' });
  assert.deepEqual(await at(60), { said: [], ended: 0 });
  const { said, ended } = await at(61);
  assert.equal(ended, 1);
  assert.equal(said.length, 1);
  assert.match(said[0], /^STUCK a\.test\.ts has not ended within 1 min 00 s/);
  assert.equal((await at(200)).ended, 1);
  reporter.onRunComplete();
});

test('a test that ended in time is left alone, and nothing looks after the run', async () => {
  const { reporter, at } = report();
  reporter.onTestFileStart({ path: 'a.test.ts' });
  await at(30);
  reporter.onTestFileResult({ path: 'a.test.ts' });
  assert.equal((await at(100)).ended, 0);
  reporter.onTestFileStart({ path: 'b.test.ts' });
  reporter.onRunComplete();
  assert.equal((await at(300)).ended, 0);
});
