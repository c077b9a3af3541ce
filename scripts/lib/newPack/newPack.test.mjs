import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../root.mjs';
import { packFiles } from './packFiles.mjs';
import { packNames } from './packNames.mjs';
import { readNewPackArguments } from './readNewPackArguments.mjs';
import { registerPack } from './registerPack.mjs';

test('a pack has a name for each place', () => {
  assert.deepEqual(packNames('mail-queue'), {
    id: 'mail-queue',
    camel: 'mailQueue',
    Pascal: 'MailQueue',
    snake: 'mail_queue',
    CONSTANT: 'MAIL_QUEUE',
    Title: 'Mail queue',
  });
  assert.equal(packNames('mail', 'The post').Title, 'The post');
});

for (const id of [undefined, '', 'Mail', '9mail', 'mail--queue', '../mail']) {
  test(`'${id}' is refused as the id of a pack`, () => {
    assert.throws(() => packNames(id), /is no id of a pack/);
  });
}

test('more than one pack at a time is refused', () => {
  assert.throws(
    () => readNewPackArguments(['a', 'b']),
    /One pack at a time[^]*npm run new:pack/,
  );
});

test('a new pack is added to the list, behind the others', () => {
  const list = `import { MonitoringPack } from 'x';
import { httpPack } from './http';

/** The packs. */
export const builtInPacks: MonitoringPack[] = [httpPack];
`;
  assert.equal(
    registerPack(list, packNames('mail-queue')),
    `import { MonitoringPack } from 'x';
import { httpPack } from './http';
import { mailQueuePack } from './mail-queue';

/** The packs. */
export const builtInPacks: MonitoringPack[] = [
  httpPack,
  mailQueuePack,
];
`,
  );
  assert.throws(() => registerPack('', packNames('a')), /by hand/);
});

test('the tests of a new pack pass', async t => {
  const id = `sample-${process.pid}`;
  const folder = `plugins/monitoring-backend/src/packs/${id}`;
  const files = await packFiles(packNames(id), folder, ROOT);
  t.after(() => {
    rmSync(join(ROOT, folder), { recursive: true, force: true });
    Object.keys(files).forEach(file =>
      rmSync(join(ROOT, file), { force: true }),
    );
  });
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(ROOT, file)), { recursive: true });
    writeFileSync(join(ROOT, file), text);
  }
  const { status, stderr } = spawnSync(
    join(ROOT, 'node_modules/.bin/backstage-cli'),
    [
      'package',
      'test',
      '--watchAll=false',
      '--maxWorkers=1',
      `src/packs/${id}`,
    ],
    {
      cwd: join(ROOT, 'plugins/monitoring-backend'),
      encoding: 'utf8',
      env: { ...process.env, CI: 'true' },
    },
  );
  assert.equal(status, 0, stderr);
});
