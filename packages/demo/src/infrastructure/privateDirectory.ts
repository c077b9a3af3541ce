import { rmSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readlink, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { atExit } from '../servers';

/** Longest path of a directory whose sockets the system still takes: they end at 107 characters. */
const LONGEST = 80;
const PREFIX = 'sightline-';

/** A directory that is gone when it is removed or this process ends. */
export interface PrivateDirectory {
  path: string;
  remove(): Promise<void>;
}

/** Removes what a demo left that was killed: the directory, or what the link points to. */
async function removeLeftOver(own: string): Promise<void> {
  const target = await readlink(own).catch(() => undefined);
  if (
    target?.startsWith(join(tmpdir(), PREFIX)) &&
    dirname(target) === tmpdir()
  ) {
    await rm(target, { recursive: true, force: true });
  }
  await rm(own, { recursive: true, force: true });
}

/**
 * A new and empty directory for the data and sockets of the real servers: in the demo's own, or
 * among the temporary files, with a link to it, where paths become too long, or where a server that
 * does not run as root could not get to it.
 */
export async function privateDirectory(
  directory: string,
): Promise<PrivateDirectory> {
  const own = join(directory, 'infrastructure');
  await mkdir(directory, { recursive: true });
  await removeLeftOver(own);
  let path = own;
  if (own.length > LONGEST || process.getuid?.() === 0) {
    path = await mkdtemp(join(tmpdir(), PREFIX));
    await symlink(path, own);
  } else {
    await mkdir(own);
  }
  // To be passed through; the directories in it are closed.
  await chmod(path, 0o711);
  const forgetExit = atExit(() => {
    for (const name of [path, own]) {
      rmSync(name, { recursive: true, force: true, maxRetries: 3 });
    }
  });
  return {
    path,
    async remove() {
      forgetExit();
      await rm(path, { recursive: true, force: true });
      await rm(own, { recursive: true, force: true });
    },
  };
}
