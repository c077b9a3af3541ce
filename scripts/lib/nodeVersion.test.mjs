import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nodeFits } from './nodeVersion.mjs';

for (const [version, fits] of [
  ['20.20.2', false],
  ['22.12.0', true],
  ['23.1.0', false],
  ['24.20.1', true],
  ['24.21.0', false],
  ['25.0.0', false],
]) {
  test(`Node ${version} ${fits ? 'is used as it is' : 'is replaced'}`, () => {
    assert.equal(nodeFits(version), fits);
  });
}
