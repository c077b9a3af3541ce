import { realpath } from 'node:fs/promises';

/** Where a file really lies: of a link, what it names is meant. */
export async function realPath(path: string): Promise<string> {
  return realpath(path).catch(error => {
    if (error.code === 'ENOENT') {
      return path;
    }
    throw error;
  });
}
