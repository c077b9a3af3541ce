import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { NotFoundError } from '@backstage/errors';

/** Where system services live that are not on every user's PATH. */
const MORE_FOLDERS = [
  '/usr/local/bin',
  '/usr/bin',
  '/usr/sbin',
  '/opt/homebrew/bin',
];

/**
 * Finds a program by any of its names.
 *
 * @returns its path
 * @throws `NotFoundError` that says how to install it
 */
export function findProgram(...names: string[]): string {
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...MORE_FOLDERS,
  ];
  for (const name of names) {
    for (const folder of folders) {
      const path = join(folder, name);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // Not here.
      }
    }
  }
  throw new NotFoundError(
    `${names.join(
      ' or ',
    )} is not installed: \`npm start\` says how to install it`,
  );
}
