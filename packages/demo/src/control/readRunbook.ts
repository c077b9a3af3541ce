import { NotFoundError } from '@backstage/errors';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { PACKAGE_DIRECTORY } from '../packageDirectory';

const RUNBOOKS = resolve(PACKAGE_DIRECTORY, '../../docs/runbooks');

/**
 * The runbook of an alert, as Markdown, so that the links of the demo's alerts lead somewhere.
 *
 * @throws `NotFoundError` when there is none of that name
 */
export async function readRunbook(name: string): Promise<string> {
  if (/^[A-Za-z0-9]+$/.test(name)) {
    const page = await readFile(resolve(RUNBOOKS, `${name}.md`), 'utf8').catch(
      () => undefined,
    );
    if (page !== undefined) {
      return page;
    }
  }
  throw new NotFoundError(`there is no runbook '${name}'`);
}
