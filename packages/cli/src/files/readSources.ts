import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { Terminal } from '../Terminal';
import { UsageError } from '../UsageError';

/** The name under which catalogs look for entities. */
const CATALOG_FILE = 'catalog-info.yaml';

/** Folders that hold others' files. */
const SKIPPED = ['node_modules', 'dist', 'dist-types'];

/** Larger ones are no catalog files. In bytes. */
const LARGEST = 5_000_000;

/** One text that a command reads. */
export interface Source {
  /** As messages name it: relative to where the command runs. */
  name: string;
  /** Folder that relative paths in it start from; absolute. */
  directory: string;
  text: string;
}

async function searchDirectory(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  const found = await Promise.all(
    entries
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(async entry => {
        const entryPath = path.join(directory, entry.name);
        if (entry.isDirectory()) {
          return entry.name.startsWith('.') || SKIPPED.includes(entry.name)
            ? []
            : searchDirectory(entryPath);
        }
        return entry.name === CATALOG_FILE ? [entryPath] : [];
      }),
  );
  return found.flat();
}

async function expand(file: string, directory: string): Promise<string[]> {
  const absolute = path.resolve(directory, file);
  const found = await stat(absolute).catch(() => undefined);
  if (!found) {
    throw new UsageError(`There is no file or directory '${file}'`);
  }
  if (!found.isDirectory()) {
    return [absolute];
  }
  const files = await searchDirectory(absolute);
  if (files.length === 0) {
    throw new UsageError(
      `There is no ${CATALOG_FILE} in or below '${file}'; name the files when they are called otherwise`,
    );
  }
  return files;
}

async function readSource(file: string, directory: string): Promise<Source> {
  const name = path.relative(directory, file) || file;
  const { size } = await stat(file);
  if (size > LARGEST) {
    throw new UsageError(
      `'${name}' is larger than ${
        LARGEST / 1_000_000
      } MB, so it is no file of entities or SLOs`,
    );
  }
  try {
    return {
      name: name.startsWith('..') ? file : name,
      directory: path.dirname(file),
      text: (await readFile(file, 'utf8')).replace(/^\uFEFF/, ''),
    };
  } catch (error) {
    throw new UsageError(
      `'${name}' cannot be read: ${(error as NodeJS.ErrnoException).code}`,
    );
  }
}

/**
 * Reads the files that a command line names, each once; directories are searched for
 * `catalog-info.yaml`, and `-` is standard input.
 *
 * @throws UsageError when there is nothing to read
 */
export async function readSources(
  files: string[],
  terminal: Pick<Terminal, 'directory' | 'readInput'>,
): Promise<Source[]> {
  const { directory } = terminal;
  const sources: Source[] = [];
  const seen = new Set<string>();
  for (const file of files) {
    if (file === '-') {
      if (!seen.has('-')) {
        seen.add('-');
        const text = (await terminal.readInput()).replace(/^\uFEFF/, '');
        sources.push({ name: '<stdin>', directory, text });
      }
      continue;
    }
    for (const one of await expand(file, directory)) {
      if (!seen.has(one)) {
        seen.add(one);
        sources.push(await readSource(one, directory));
      }
    }
  }
  return sources;
}
