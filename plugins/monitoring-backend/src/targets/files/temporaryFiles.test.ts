import {
  lstat,
  mkdtemp,
  open,
  readdir,
  readFile,
  rm,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { replaceFile } from './replaceFile';
import { removeLeftovers } from './temporaryFiles';

const isOurs = (name: string) => /^sightline-.*\.yaml$/.test(name);

describe('temporary files', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sightline-leftovers-'));
  });

  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  async function leave(name: string, secondsAgo: number) {
    const file = path.join(folder, name);
    const then = new Date(Date.now() - secondsAgo * 1_000);
    await writeFile(file, 'half');
    await utimes(file, then, then);
  }

  it('of who was killed go; those of others, and of who is at it, stay', async () => {
    await leave('.sightline-a.yaml.0a1b2c3d.tmp', 120);
    await leave('.sightline-b.yaml.tmp', 120);
    await leave('.sightline-c.yaml.0a1b2c3d.tmp', 5);
    await leave('.theirs.yaml.tmp', 120);
    await leave('sightline-d.yaml', 120);
    await removeLeftovers(folder, isOurs);
    expect((await readdir(folder)).sort()).toEqual([
      '.sightline-c.yaml.0a1b2c3d.tmp',
      '.theirs.yaml.tmp',
      'sightline-d.yaml',
    ]);
  });

  it('that are being written stay however long that takes', async () => {
    const file = path.join(folder, 'sightline-a.yaml');
    await replaceFile(file, 'whole', async temporary => {
      const later = new Date(Date.now() + 3_600_000);
      await removeLeftovers(folder, isOurs, later);
      expect(await readdir(folder)).toEqual([path.basename(temporary)]);
    });
    expect(await readdir(folder)).toEqual(['sightline-a.yaml']);
  });

  it('of two who write at once are two', async () => {
    const file = path.join(folder, 'sightline-a.yaml');
    const seen = new Set<string>();
    const note = async (temporary: string) => {
      seen.add(temporary);
    };
    await Promise.all([
      replaceFile(file, 'one', note),
      replaceFile(file, 'two', note),
    ]);
    expect(seen.size).toBe(2);
    expect(await readdir(folder)).toEqual(['sightline-a.yaml']);
  });

  it('are on the disk before they are moved, and so is the move after it', async () => {
    const handle = await open(folder);
    const sync = jest.spyOn(Object.getPrototypeOf(handle), 'sync');
    await handle.close();
    let before = 0;
    await replaceFile(path.join(folder, 'sightline-a.yaml'), 'a', async () => {
      before = sync.mock.calls.length;
    });
    expect([before, sync.mock.calls.length]).toEqual([1, 2]);
    sync.mockRestore();
  });

  it('lie beside the file that a link names, which stays a link', async () => {
    const elsewhere = await mkdtemp(path.join(tmpdir(), 'sightline-linked-'));
    const file = path.join(elsewhere, 'real.yml');
    const link = path.join(folder, 'link.yml');
    await writeFile(file, 'old');
    await symlink(file, link);
    await replaceFile(link, 'new', async temporary => {
      expect(path.dirname(temporary)).toBe(elsewhere);
    });
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
    expect(await readFile(file, 'utf8')).toBe('new');
    expect(await readdir(folder)).toEqual(['link.yml']);
    await rm(elsewhere, { recursive: true });
  });

  it('are none of a folder that is not there', async () => {
    await removeLeftovers(path.join(folder, 'none'), isOurs);
    expect(await readdir(folder)).toEqual([]);
  });
});
