import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTestArguments } from './testArguments.mjs';

const KNOWN = ['types', 'lint', 'unit'];

test('all steps run when none is named', () => {
  assert.deepEqual(readTestArguments([], KNOWN).steps, KNOWN);
});

test('named steps run in the usual order', () => {
  const { steps } = readTestArguments(
    ['--only', 'unit', '--only', 'types'],
    KNOWN,
  );
  assert.deepEqual(steps, ['types', 'unit']);
});

test('an unknown step is refused by name', () => {
  assert.throws(
    () => readTestArguments(['--only', 'units'], KNOWN),
    /--only is 'units'; expected one of types, lint, unit/,
  );
});
