import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { runSteps } from './runSteps.mjs';

/** Runs steps that say when they begin and end; `waits` goes idle at once and takes long. */
async function run(names) {
  const directory = mkdtempSync(join(tmpdir(), 'sightline-steps-'));
  const idleFile = join(directory, 'idle');
  const said = [];
  const results = await runSteps(
    names,
    async name => {
      said.push(`${name} begins`);
      if (name === 'fails') {
        throw new Error('no');
      }
      if (name === 'waits') {
        writeFileSync(idleFile, '');
        await setTimeout(200);
      }
      said.push(`${name} ends`);
      return name;
    },
    { idleFile, interval: 5 },
  ).finally(() => rmSync(directory, { recursive: true }));
  return { said, results };
}

test('steps follow each other', async () => {
  const { said, results } = await run(['a', 'b']);
  assert.deepEqual(said, ['a begins', 'a ends', 'b begins', 'b ends']);
  assert.deepEqual(results, ['a', 'b']);
});

test('what only waits stops no other, and is waited for at the end', async () => {
  const { said, results } = await run(['waits', 'a', 'b']);
  assert.deepEqual(said, [
    'waits begins',
    'a begins',
    'a ends',
    'b begins',
    'b ends',
    'waits ends',
  ]);
  assert.deepEqual(results, ['waits', 'a', 'b']);
});

test('a step that throws ends the run', async () => {
  await assert.rejects(run(['fails', 'a']), /no/);
});
