import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { ProcessGroup } from './ProcessGroup.mjs';

const options = {
  cwd: tmpdir(),
  env: process.env,
  logFile: join(mkdtempSync(join(tmpdir(), 'sightline-')), 'program.log'),
};

test('a program ends with everything it started, and stopping twice does no harm', async () => {
  const processes = new ProcessGroup();
  // The second program holds the output open until it has ended as well.
  const child = `
    const { spawn } = require('node:child_process');
    spawn('sleep', ['60'], { stdio: 'inherit' });
    console.log('started');
    setInterval(() => {}, 1000);
  `;
  let ended;
  await new Promise(resolve => {
    ended = processes.start('program', process.execPath, ['-e', child], {
      ...options,
      onLine: resolve,
    });
  });
  const begun = performance.now();
  await Promise.all([processes.stop(), processes.stop()]);
  await ended;
  assert.ok(performance.now() - begun < 8_000);
});

test('a program that ends although nobody asked it to is a failure', async () => {
  const processes = new ProcessGroup();
  await assert.rejects(
    processes.start('program', process.execPath, ['-e', ''], options),
    /program ended \(0\)/,
  );
});
