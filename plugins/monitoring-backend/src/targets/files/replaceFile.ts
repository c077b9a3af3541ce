import { FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { realPath } from './realPath';
import { inUse, temporaryPath } from './temporaryFiles';

/** What a file system says that cannot do it. */
const CANNOT_SYNC = ['EINVAL', 'ENOTSUP', 'EPERM', 'EISDIR'];

/** A rename is on the disk once its folder is. */
async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  } catch (error: any) {
    if (!CANNOT_SYNC.includes(error.code)) {
      throw error;
    }
  }
}

/**
 * Replaces a file as a whole or not at all: a temporary name in the same folder, synced to the
 * disk, then renamed. The temporary name starts with a dot, so that no `*.yaml` glob sees it, and is
 * nobody else's, so that two who write at once do not write into one file.
 *
 * @param path - the file, which need not exist; of a link, what it names is replaced
 * @param text - its new content
 * @param check - looks at the temporary file before it is moved into place
 * @param prepare - says who may read it, before there is anything to read; default: everybody
 * @throws what `check` throws, or when the folder cannot be written; the file is then as it was
 */
export async function replaceFile(
  path: string,
  text: string,
  check: (temporaryPath: string) => Promise<void> = async () => {},
  prepare?: (file: FileHandle) => Promise<void>,
): Promise<void> {
  const target = await realPath(path);
  const temporary = temporaryPath(target);
  inUse.add(temporary);
  try {
    const file = await open(temporary, 'wx', prepare ? 0o600 : 0o644);
    try {
      await prepare?.(file);
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await check(temporary);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  } finally {
    inUse.delete(temporary);
  }
  await syncFolder(dirname(target));
}
