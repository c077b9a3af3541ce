import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Longest path of a directory whose sockets the system still takes: they end at 107 characters. */
const LONGEST = 80;

/**
 * A new and empty directory for the data and sockets of the real servers: in the demo's own, or
 * among the temporary files where paths become too long, or where a server that does not run as root
 * could not get to it.
 */
export async function privateDirectory(directory: string): Promise<string> {
  const own = join(directory, 'infrastructure');
  await rm(own, { recursive: true, force: true });
  if (own.length > LONGEST || process.getuid?.() === 0) {
    const created = await mkdtemp(join(tmpdir(), 'sightline-'));
    // To be passed through; the directories in it are closed.
    await chmod(created, 0o711);
    return created;
  }
  await mkdir(own, { recursive: true, mode: 0o700 });
  return own;
}
