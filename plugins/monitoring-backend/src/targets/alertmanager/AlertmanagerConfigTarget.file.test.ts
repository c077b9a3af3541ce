import {
  chmod,
  chown,
  mkdtemp,
  readFile,
  readdir,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { base, channels, desired, write } from './__testUtils__/builders';
import {
  ALERTMANAGER_OWNER,
  AlertmanagerConfigTarget,
} from './AlertmanagerConfigTarget';

const SINK = 'http://sink';

async function modeOf(file: string): Promise<string> {
  // eslint-disable-next-line no-bitwise
  return ((await stat(file)).mode & 0o777).toString(8);
}

describe('the file of AlertmanagerConfigTarget', () => {
  let folder: string;
  let file: string;
  let target: AlertmanagerConfigTarget;

  const create = (more: object = {}, notifications = channels(SINK)) =>
    AlertmanagerConfigTarget.fromConfig(
      {
        base: path.join(folder, 'base.yml'),
        file,
        auth: { method: 'none' },
        version: [0, 25],
        ...more,
      },
      notifications,
    );

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sightline-alertmanager-'));
    file = path.join(folder, 'alertmanager.yml');
    await writeFile(path.join(folder, 'base.yml'), base(SINK));
    target = create();
  });

  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('is readable by its owner alone, unless it is said otherwise', async () => {
    await write(target);
    expect(await modeOf(file)).toBe('600');
    await write(create({ fileMode: 0o640 }));
    expect(await modeOf(file)).toBe('640');
  });

  it('keeps the mode and the group that it has', async () => {
    await writeFile(file, base(SINK));
    await chmod(file, 0o640);
    const own = process.getgid!();
    const group =
      process.getuid!() === 0
        ? 12_345
        : process.getgroups!().find(id => id !== own) ?? own;
    await chown(file, process.getuid!(), group);
    await write(target);
    expect(await modeOf(file)).toBe('640');
    expect((await stat(file)).gid).toBe(group);
  });

  it('names the setting of a base that cannot be read', async () => {
    const lost = create({ base: path.join(folder, 'lost.yml') });
    const writing = lost.write(desired());
    await expect(writing).rejects.toThrow(
      'monitoring.provisioning.alertmanagerConfig.base names a file that cannot be read (ENOENT); nothing was written',
    );
    await expect(writing).rejects.not.toThrow(folder);
  });

  it('is settled once it is written, and wants to be written again for another secret or another base', async () => {
    await write(target);
    const [actual] = await target.list();
    expect(actual.hash).toBe(desired().hash);
    expect(actual.owner).toEqual({
      entityRef: ALERTMANAGER_OWNER,
      hash: desired().hash,
    });
    const other = channels(SINK);
    (other.channels[2].settings as any).routingKey = 'rotated';
    const [rotated] = await create({}, other).list();
    expect(rotated.hash).not.toBe(desired().hash);
    // Not as if a person had changed it.
    expect(rotated.owner?.hash).toBe(rotated.hash);
  });

  it('says nothing secret of what stands there', async () => {
    await write(target);
    const listed = JSON.stringify(await target.list());
    expect(listed).not.toMatch(/secret|\/slack|\/pager/);
  });

  it('is kept when a person changed it, and when it is not ours', async () => {
    await write(target);
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('group_wait: 250ms', 'group_wait: 1h'));
    const [changed] = await target.list();
    expect(changed.owner?.hash).toBe(desired().hash);
    expect(changed.hash).not.toBe(changed.owner?.hash);
    await writeFile(file, `# By hand.${base(SINK)}`);
    const [foreign] = await target.list();
    expect(foreign.owner).toBeUndefined();
  });

  it.each([
    ['the operator’s own part', {}, base(SINK)],
    ['a configuration that tells nobody', { base: undefined }, undefined],
  ])('leaves %s when it is removed', async (_, more, expected) => {
    const removed = create({ ...more, amtool: 'amtool' });
    await write(removed);
    const [actual] = await removed.list();
    await removed.remove(actual);
    expect(await removed.isUncommitted()).toBe(true);
    await removed.commit({});
    const text = await readFile(file, 'utf8');
    expect(text).toBe(expected ?? text);
    expect(text).not.toMatch(/secret|sightline-hash|media-slack/);
    expect((await removed.list()).map(({ owner }) => owner)).toEqual(
      expected ? [] : [undefined],
    );
  });

  it('is not removed when a person changed it in the meantime', async () => {
    await write(target);
    const [actual] = await target.list();
    await writeFile(file, `${await readFile(file, 'utf8')}# By hand.\n`);
    await expect(target.remove(actual)).rejects.toThrow(/someone else/);
  });

  it('leaves no secret behind in files of who was killed', async () => {
    await write(target);
    const then = new Date(Date.now() - 120_000);
    for (const name of [
      '.alertmanager.yml.0a1b2c3d.tmp',
      '..alertmanager.yml.sightline-previous.0a1b2c3d.tmp',
    ]) {
      await writeFile(path.join(folder, name), 'hook-secret');
      await utimes(path.join(folder, name), then, then);
    }
    await target.list();
    expect((await readdir(folder)).sort()).toEqual([
      'alertmanager.yml',
      'base.yml',
    ]);
  });

  it('is left as it was when amtool refuses it', async () => {
    await write(target);
    const before = await readFile(file, 'utf8');
    const wrongBase = path.join(folder, 'wrong.yml');
    await writeFile(wrongBase, `${base(SINK)}\nnonsense: hook-secret\n`);
    const wrong = create({ base: wrongBase, amtool: 'amtool' });
    const [actual] = await wrong.list();
    const writing = wrong.write(desired(), actual);
    await expect(writing).rejects.toThrow(/amtool refuses/);
    await expect(writing).rejects.not.toThrow(/hook-secret/);
    expect(await readFile(file, 'utf8')).toBe(before);
    expect(await wrong.isUncommitted()).toBe(false);
  });
});
