import { readFile } from 'node:fs/promises';
import { ConflictError } from '@backstage/errors';

/**
 * Makes sure that no other demo uses the directory: it would lose its data.
 *
 * @param addressFile - where a running demo says where it is
 * @throws `ConflictError` when that one answers
 */
export async function refuseSecondDemo(addressFile: string): Promise<void> {
  let port: number;
  try {
    ({ port } = JSON.parse(await readFile(addressFile, 'utf8')));
    await fetch(`http://127.0.0.1:${port}/incidents`);
  } catch {
    // None, or one that was killed.
    return;
  }
  throw new ConflictError(
    `another demo runs in this directory, with its control at port ${port}: end it first`,
  );
}
