import { randomBytes } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** `.sightline-x.yaml.0a1b2c3d.tmp`; without the digits as earlier versions wrote them. */
const TEMPORARY = /^\.(.+?)(?:\.[0-9a-f]{8})?\.tmp$/;

/** Longer than any check of a file takes. In milliseconds. */
const ABANDONED_AFTER = 60_000;

/** Temporary files that this process is writing. */
export const inUse = new Set<string>();

/** A name beside a file that nobody else has. */
export function temporaryPath(path: string): string {
  const slash = path.lastIndexOf('/') + 1;
  return resolve(
    `${path.slice(0, slash)}.${path.slice(slash)}.${randomBytes(4).toString(
      'hex',
    )}.tmp`,
  );
}

/**
 * Removes the temporary files of who was killed before they were moved into place.
 *
 * @param isOurs - whether a file of this name is written by the caller
 */
export async function removeLeftovers(
  directory: string,
  isOurs: (name: string) => boolean,
  now: Date = new Date(),
): Promise<void> {
  const names = await readdir(directory).catch(error => {
    if (error.code === 'ENOENT') {
      return [];
    }
    throw error;
  });
  for (const name of names) {
    const [, file] = TEMPORARY.exec(name) ?? [];
    const path = resolve(join(directory, name));
    if (file !== undefined && isOurs(file) && !inUse.has(path)) {
      const found = await stat(path).catch(() => undefined);
      // A younger one may be another process' that is at it.
      if (found && now.getTime() - found.mtimeMs > ABANDONED_AFTER) {
        await rm(path, { force: true });
      }
    }
  }
}
