import { NotFoundError } from '@backstage/errors';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { PACKAGE_DIRECTORY } from '../packageDirectory';

const FILES = resolve(PACKAGE_DIRECTORY, 'catalog/remote');

/**
 * A file of the catalog's part that the portal reads over HTTP: the catalog follows `$text` from
 * addresses, and not from files of its own disk.
 *
 * @throws `NotFoundError` when there is none of that name
 */
export async function readCatalogFile(name: string): Promise<string> {
  if (/^[a-z-]+\.yaml$/.test(name)) {
    const text = await readFile(resolve(FILES, name), 'utf8').catch(
      () => undefined,
    );
    if (text !== undefined) {
      return text;
    }
  }
  throw new NotFoundError(`there is no file '${name}' in the catalog`);
}
