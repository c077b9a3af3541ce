import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { replaceFile } from '../files/replaceFile';
import { digest } from './configFile';

interface Kept {
  /** Absent: there was no file. */
  before?: string;
  /** Of what was written in its place. */
  after: string;
}

/** Name of the file beside that of this name. */
export function previousName(name: string): string {
  return `.${name}.sightline-previous`;
}

/**
 * What Alertmanager runs on, kept beside its file from before that is written until it is loaded, so
 * that a refusal can be undone by whoever learns of it, also by a backend that started since.
 */
export class PreviousConfig {
  readonly #path: string;

  constructor(file: string) {
    this.#path = path.join(
      path.dirname(file),
      previousName(path.basename(file)),
    );
  }

  /** To be called before the file is written. */
  async keep(before: string | undefined, after: string): Promise<void> {
    const kept = await this.#read();
    // What is there was never loaded: what ran before that still runs.
    const running =
      kept && before !== undefined && digest(before) === kept.after
        ? kept.before
        : before;
    const text: Kept = { before: running, after: digest(after) };
    // It holds secrets, and nobody but us reads it.
    await replaceFile(this.#path, JSON.stringify(text), undefined, at =>
      at.chmod(0o600),
    );
  }

  /**
   * What to put back in place of a file that was refused.
   *
   * @returns undefined when there is nothing of ours to undo; otherwise the text, which is absent
   *   when there was no file
   */
  async instead(
    refused: string | undefined,
  ): Promise<{ text?: string } | undefined> {
    const kept = await this.#read();
    return kept && refused !== undefined && digest(refused) === kept.after
      ? { text: kept.before }
      : undefined;
  }

  async forget(): Promise<void> {
    await rm(this.#path, { force: true });
  }

  async #read(): Promise<Kept | undefined> {
    try {
      return JSON.parse(await readFile(this.#path, 'utf8'));
    } catch (error: any) {
      if (error.code === 'ENOENT' || error instanceof SyntaxError) {
        return undefined;
      }
      throw error;
    }
  }
}
