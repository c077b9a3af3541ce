import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { prepareDependencies } from './dependencies.mjs';

const PROGRESS = { say: () => {}, step: (_name, action) => action() };

test('native modules are built anew for another Node, and only then', async t => {
  const root = mkdtempSync(join(tmpdir(), 'sightline-dependencies-'));
  t.after(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, 'packages'));
  mkdirSync(join(root, 'plugins'));
  const prepare = async nodeDirectory => {
    const calls = [];
    await prepareDependencies(
      root,
      { npm_config_nodedir: nodeDirectory },
      PROGRESS,
      async (_command, args) => {
        calls.push(args[0]);
        mkdirSync(join(root, 'node_modules'), { recursive: true });
      },
    );
    return calls;
  };
  assert.deepEqual(await prepare('/node-22'), ['install']);
  assert.deepEqual(await prepare('/node-22'), []);
  writeFileSync(join(root, 'yarn.lock'), 'changed');
  assert.deepEqual(await prepare('/node-22'), ['install']);
  assert.deepEqual(await prepare('/node-24'), ['install', 'rebuild']);
});
