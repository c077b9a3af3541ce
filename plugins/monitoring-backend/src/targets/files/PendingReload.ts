import { access, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Starts with a dot and has no suffix of a rule file, so that no glob of Prometheus sees it. */
const NAMES = {
  prometheus: '.sightline-reload-pending',
  alertmanager: '.sightline-alertmanager-reload-pending',
};
const TEXT =
  'Files here were changed and their reader has not loaded them yet.\n';

/**
 * Remembers on disk that files were changed and not loaded, so that a run that was killed between
 * the two is finished by the next one.
 */
export class PendingReload {
  readonly #path: string;

  constructor(
    directory: string,
    reader: 'prometheus' | 'alertmanager' = 'prometheus',
  ) {
    this.#path = path.join(directory, NAMES[reader]);
  }

  async set(): Promise<void> {
    await writeFile(this.#path, TEXT);
  }

  async clear(): Promise<void> {
    await rm(this.#path, { force: true });
  }

  async isSet(): Promise<boolean> {
    return access(this.#path).then(
      () => true,
      () => false,
    );
  }
}
