import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  countJest,
  countPlaywright,
  countTap,
  summary,
} from './countTests.mjs';

test('a test file that cannot be run is a failure', () => {
  assert.deepEqual(
    countJest({
      numPassedTests: 7,
      numFailedTests: 1,
      numRuntimeErrorTestSuites: 2,
    }),
    { passed: 7, failed: 3 },
  );
});

test('a browser test that passed at the second try has passed', () => {
  assert.deepEqual(
    countPlaywright({ stats: { expected: 5, flaky: 1, unexpected: 2 } }),
    { passed: 6, failed: 2 },
  );
});

test('a browser run that never began is a failure', () => {
  assert.deepEqual(
    countPlaywright({
      stats: { expected: 0, flaky: 0, unexpected: 0 },
      errors: [{ message: 'no browser' }],
    }),
    { passed: 0, failed: 1 },
  );
});

test("the report of Node's runner is read at its end", () => {
  assert.deepEqual(
    countTap('ok 1 - a\n# tests 4\n# pass 2\n# fail 1\n# cancelled 1\n'),
    { passed: 2, failed: 2 },
  );
});

test('the last line adds everything up', () => {
  assert.equal(
    summary([
      { passed: 3, failed: 0 },
      { passed: 4, failed: 1 },
    ]),
    '7 passed, 1 failed',
  );
});
