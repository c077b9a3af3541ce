import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { headersOf } from './toolchain.mjs';

test('native modules are compiled with the headers that come with the Node', t => {
  const prefix = mkdtempSync(join(tmpdir(), 'sightline-node-'));
  t.after(() => rmSync(prefix, { recursive: true }));
  const execPath = join(prefix, 'bin', 'node');
  assert.equal(headersOf(execPath), undefined);
  mkdirSync(join(prefix, 'include', 'node'), { recursive: true });
  writeFileSync(join(prefix, 'include', 'node', 'node.h'), '');
  assert.equal(headersOf(execPath), prefix);
});
