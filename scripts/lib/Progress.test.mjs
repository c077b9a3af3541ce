import assert from 'node:assert/strict';
import { test } from 'node:test';
import { duration, Progress } from './Progress.mjs';

for (const [milliseconds, text] of [
  [0, '0 s'],
  [59_400, '59 s'],
  [60_000, '1 min 00 s'],
  [125_000, '2 min 05 s'],
]) {
  test(`${milliseconds} ms are ${text}`, () => {
    assert.equal(duration(milliseconds), text);
  });
}

test('a step says when it begins and what it took', async () => {
  const lines = [];
  let now = 0;
  const progress = new Progress({ write: line => lines.push(line) }, () => now);
  await progress.step('Portal', async () => {
    now = 9_000;
  });
  assert.deepEqual(lines, [
    '[       0 s] Portal …\n',
    '[       9 s] Portal: 9 s\n',
  ]);
});
